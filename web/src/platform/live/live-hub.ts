import type { LiveMessage } from "@tongzhou/contract/live";

/** What listeners hear: a change of a topic, or that the stream was away and everything shown may be old. */
export type LiveNews = { kind: "changed"; message: LiveMessage } | { kind: "back" } | { kind: "signedOut" };

/** The parts of a browser that the hub needs; a test brings its own. */
export interface LiveSurroundings {
  /** Runs `lead` in one tab of the browser at a time, as long as its promise lasts. */
  asLeader(lead: (signal: AbortSignal) => Promise<void>): void;
  openStream(hear: StreamEars): { close(): void };
  channel: { post(news: LiveNews): void; onNews(hear: (news: LiveNews) => void): void; close(): void };
}

export interface StreamEars {
  opened(): void;
  message(message: LiveMessage): void;
  signedOut(): void;
}

export interface LiveHub {
  listen(hear: (news: LiveNews) => void): () => void;
  stop(): void;
}

/**
 * One stream a browser, shared by its tabs: one tab holds it and tells the others. A browser opens only six connections
 * to a host, so a stream for every tab would freeze the seventh. When the leading tab closes, another leads on.
 */
export function openLiveHub({ asLeader, openStream, channel }: LiveSurroundings): LiveHub {
  const listeners = new Set<(news: LiveNews) => void>();
  const tellHere = (news: LiveNews) => {
    for (const hear of listeners) hear(news);
  };
  const tellAll = (news: LiveNews) => {
    tellHere(news);
    channel.post(news);
  };
  const stopped = new AbortController();
  channel.onNews(tellHere);

  asLeader((signal) => {
    let openedBefore = false;
    const stream = openStream({
      opened() {
        // What was said while nobody listened is lost. Before the first opening the page had only just been read.
        if (openedBefore) tellAll({ kind: "back" });
        openedBefore = true;
      },
      message: (message) => tellAll({ kind: "changed", message }),
      signedOut: () => tellAll({ kind: "signedOut" }),
    });
    return new Promise((done) => {
      const end = () => {
        stream.close();
        done();
      };
      signal.addEventListener("abort", end, { once: true });
      stopped.signal.addEventListener("abort", end, { once: true });
    });
  });

  return {
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    stop() {
      stopped.abort();
      channel.close();
      listeners.clear();
    },
  };
}

import { LIVE_END, LIVE_PATH, LiveMessage } from "@tongzhou/contract/live";
import type { LiveNews, LiveSurroundings } from "./live-hub.ts";

const NAME = "tongzhou.live";

/** The browser's own locks, channel and stream. */
export function liveSurroundings(): LiveSurroundings {
  const channel = new BroadcastChannel(NAME);
  const ended = new AbortController();
  return {
    asLeader(lead) {
      // Without locks (an insecure origin other than localhost) every tab leads for itself, which still works.
      if (navigator.locks === undefined) {
        void lead(ended.signal);
        return;
      }
      navigator.locks.request(NAME, { signal: ended.signal }, () => lead(ended.signal)).catch(() => undefined);
    },
    openStream(ears) {
      const stream = new EventSource(LIVE_PATH);
      stream.addEventListener("open", () => ears.opened());
      stream.addEventListener("message", (event: MessageEvent<string>) => {
        const message = LiveMessage.safeParse(parsed(event.data));
        if (message.success) ears.message(message.data);
      });
      stream.addEventListener(LIVE_END, () => {
        stream.close();
        ears.signedOut();
      });
      return { close: () => stream.close() };
    },
    channel: {
      // A channel has no other origin to leak to.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      post: (news) => channel.postMessage(news),
      onNews(hear) {
        channel.addEventListener("message", (event: MessageEvent<LiveNews>) => hear(event.data));
      },
      close() {
        ended.abort();
        channel.close();
      },
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

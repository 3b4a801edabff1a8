import { describe, expect, it } from "vitest";
import { openLiveHub, type LiveNews, type LiveSurroundings, type StreamEars } from "./live-hub.ts";

/** A browser of several tabs with one lock and one channel, and what its streams hear. */
function browser() {
  const waiting: (() => void)[] = [];
  const channels = new Set<(news: LiveNews) => void>();
  const streams: StreamEars[] = [];
  let held = false;
  const next = () => {
    held = false;
    waiting.shift()?.();
  };
  const tab = (): LiveSurroundings => {
    let mine: ((news: LiveNews) => void) | undefined;
    return {
      asLeader(lead) {
        const begin = () => {
          held = true;
          void (async () => {
            await lead(new AbortController().signal);
            next();
          })();
        };
        if (held) waiting.push(begin);
        else begin();
      },
      openStream(ears) {
        streams.push(ears);
        return { close: () => streams.splice(streams.indexOf(ears), 1) };
      },
      channel: {
        post: (news) => channels.forEach((hear) => hear !== mine && hear(news)),
        onNews(hear) {
          mine = hear;
          channels.add(hear);
        },
        close: () => mine && channels.delete(mine),
      },
    };
  };
  return { tab, streams };
}

const heardBy = (hub: ReturnType<typeof openLiveHub>): LiveNews[] => {
  const heard: LiveNews[] = [];
  hub.listen((news) => heard.push(news));
  return heard;
};

const settled = () => new Promise((done) => setTimeout(done, 0));

describe("the live stream of a browser", () => {
  it("is opened once, and every tab hears it once", () => {
    const { tab, streams } = browser();
    const tabs = [tab(), tab(), tab()].map(openLiveHub);
    const heard = tabs.map(heardBy);
    expect(streams).toHaveLength(1);
    streams[0]?.message({ topic: "notification", ids: ["1"] });
    for (const news of heard) {
      expect(news).toEqual([{ kind: "changed", message: { topic: "notification", ids: ["1"] } }]);
    }
  });

  it("goes on in another tab when the one that held it closes", async () => {
    const { tab, streams } = browser();
    const first = openLiveHub(tab());
    const second = openLiveHub(tab());
    const heard = heardBy(second);
    first.stop();
    await settled();
    expect(streams).toHaveLength(1);
    streams[0]?.message({ topic: "leads" });
    expect(heard).toEqual([{ kind: "changed", message: { topic: "leads" } }]);
  });

  it("says after an interruption that what is shown may be old, but not at the first opening", () => {
    const { tab, streams } = browser();
    const hub = openLiveHub(tab());
    const heard = heardBy(hub);
    streams[0]?.opened();
    expect(heard).toEqual([]);
    streams[0]?.opened();
    expect(heard).toEqual([{ kind: "back" }]);
  });

  it("tells every tab when the session has ended", () => {
    const { tab, streams } = browser();
    const heard = [tab(), tab()].map((each) => heardBy(openLiveHub(each)));
    streams[0]?.signedOut();
    expect(heard).toEqual([[{ kind: "signedOut" }], [{ kind: "signedOut" }]]);
  });
});

import type { LiveMessage } from "@tongzhou/contract/live";
import { useEffect, useRef } from "react";
import { queryClient } from "../http/queries.ts";
import { openLiveHub, type LiveHub } from "./live-hub.ts";
import { liveSurroundings } from "./live-surroundings.ts";

let hub: LiveHub | undefined;

/** Begins to listen; called when somebody has signed in. `onSignedOut` when the server says that the session is over. */
export function startLive(onSignedOut: () => void): void {
  hub ??= openLiveHub(liveSurroundings());
  hub.listen((news) => {
    if (news.kind === "signedOut") onSignedOut();
    // What was missed is unknown, so whatever is shown is read again.
    if (news.kind === "back") void queryClient.invalidateQueries();
  });
}

/** Stops listening; called at signing out. */
export function stopLive(): void {
  hub?.stop();
  hub = undefined;
}

/** Hears when something of a topic has changed elsewhere. The message carries ids: read the records again. */
export function useLive(topic: string, hear: (message: LiveMessage) => void): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(
    () =>
      hub?.listen((news) => {
        if (news.kind === "changed" && news.message.topic === topic) latest.current(news.message);
      }),
    [topic],
  );
}

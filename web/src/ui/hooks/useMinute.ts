import { useSyncExternalStore } from "react";

const MINUTE_MS = 60_000;

const minuteNow = (): number => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

/** One timer for all clocks of the page, so that they turn together. */
function onNextMinute(listener: () => void): () => void {
  let timer = 0;
  const wait = () => {
    timer = window.setTimeout(
      () => {
        listener();
        wait();
      },
      MINUTE_MS - (Date.now() % MINUTE_MS),
    );
  };
  wait();
  return () => window.clearTimeout(timer);
}

/** The current minute (epoch ms, rounded down). Clocks move once a minute and never by seconds. */
export function useMinute(): number {
  return useSyncExternalStore(onNextMinute, minuteNow, minuteNow);
}

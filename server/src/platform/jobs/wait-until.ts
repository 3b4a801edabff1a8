import { setTimeout as sleep } from "node:timers/promises";

const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 20_000;

/** For tests: waits until a condition holds. @throws when it does not within the patience of a test. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  patienceMilliseconds = PATIENCE_MS,
): Promise<void> {
  const end = performance.now() + patienceMilliseconds;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`waited ${patienceMilliseconds} ms for ${condition}`);
    await sleep(LOOK_EVERY_MS);
  }
}

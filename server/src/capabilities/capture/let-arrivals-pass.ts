import { setTimeout as sleep } from "node:timers/promises";
import type { House } from "../../platform/ledger/context.ts";
import { areArrivalsUnderWay } from "./queries/single-arrivals.ts";

const LOOK_EVERY_MS = 10;

/**
 * To be called before each batch of a long operation that captures or routes: waits until the single arrivals that are under
 * way, and those behind them, have passed. They had waited for the batch before; without this the next one would be in line
 * again before most of them. No longer than `atMostMs`, so that the long operation goes on whatever arrives.
 */
export async function letArrivalsPass({ pool }: Pick<House, "pool">, atMostMs: number): Promise<void> {
  const end = performance.now() + atMostMs;
  while ((await areArrivalsUnderWay(pool)) && performance.now() < end) await sleep(LOOK_EVERY_MS);
}

import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { formOf, openCaptureWorld } from "../../capture-world.fixture.ts";
import type { CaptureWorld } from "../../capture-world.fixture.ts";
import { captureLeads, letArrivalsPass } from "./index.ts";
import { prepareTouchMonths } from "../touches/index.ts";

const LONG_MS = 60_000;

let world: CaptureWorld;
const now = (): Date => world.database.house.clock.now();

beforeEach(async () => {
  world = await openCaptureWorld();
  await prepareTouchMonths(world.database.house, [now()]);
});

/** Captures so many and commits when told to. */
async function arriving(count: number): Promise<{ commit: () => Promise<void> }> {
  let commit = (): void => undefined;
  const told = new Promise<void>((resolve) => (commit = resolve));
  let written = (): void => undefined;
  const isWritten = new Promise<void>((resolve) => (written = resolve));
  const drafts = Array.from({ length: count }, (_, place) => formOf(`客户${place}`, `1380013800${place}`, now()));
  const done = world.act(async (context) => {
    await captureLeads(context, drafts);
    written();
    await told;
  });
  await isWritten;
  return {
    commit: async () => {
      commit();
      await done;
    },
  };
}

test("who captures many waits for a single arrival that is under way, until it is kept", async () => {
  const arrival = await arriving(1);
  let passed = false;
  const passing = letArrivalsPass(world.database.house, LONG_MS).then(() => (passed = true));
  await sleep(50);
  expect(passed).toBe(false);
  await arrival.commit();
  await passing;
  expect(await world.rows("select count(*)::int as leads from lead")).toEqual([{ leads: 1 }]);
});

test("it goes on after a while, whatever arrives", async () => {
  const arrival = await arriving(1);
  await letArrivalsPass(world.database.house, 30);
  await arrival.commit();
});

test("nobody waits for many that arrive at once, nor when nothing arrives", async () => {
  await letArrivalsPass(world.database.house, LONG_MS);
  const batch = await arriving(2);
  await letArrivalsPass(world.database.house, LONG_MS);
  await batch.commit();
});

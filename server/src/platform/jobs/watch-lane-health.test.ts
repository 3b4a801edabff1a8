import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchLaneHealth } from "./watch-lane-health.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aLane(workers: number) {
  const events = new EventEmitter();
  const health = watchLaneHealth(events as WorkerEvents);
  for (let worker = 0; worker < workers; worker++) events.emit("worker:create");
  return { health, tell: (event: string) => void events.emit(event) };
}

test("a lane is well while one of its workers lives", () => {
  const { health, tell } = aLane(2);
  tell("worker:stop");
  expect(health.isWell()).toBe(true);
  tell("worker:stop");
  expect(health.isWell()).toBe(false);
});

test("a lane that shuts down without being told to is not well", () => {
  const { health, tell } = aLane(2);
  tell("pool:gracefulShutdown");
  expect([health.isWell(), health.isShuttingDown()]).toEqual([false, true]);
});

test("an idle lane that hears nothing for twenty seconds is not well, a busy one may take as long as it likes", () => {
  const { health, tell } = aLane(2);
  vi.advanceTimersByTime(19_000);
  expect(health.isWell()).toBe(true);
  tell("job:start");
  vi.advanceTimersByTime(3_600_000);
  expect(health.isWell()).toBe(true);
  tell("job:complete");
  vi.advanceTimersByTime(19_000);
  expect(health.isWell()).toBe(true);
  tell("localQueue:getJobs:complete");
  vi.advanceTimersByTime(19_000);
  tell("worker:getJob:empty");
  vi.advanceTimersByTime(19_000);
  expect(health.isWell()).toBe(true);
  vi.advanceTimersByTime(2000);
  expect(health.isWell()).toBe(false);
});

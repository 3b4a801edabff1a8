import type { WorkerEvents } from "graphile-worker";

/** An idle lane asks every two seconds; one that got no answer for this long will not get one any more. */
const SILENT_FOR_MS = 20_000;

export interface LaneHealth {
  isWell(): boolean;
  /** Shutting down, by itself or because it was told to. */
  isShuttingDown(): boolean;
}

/** Follows what the workers of a lane tell, to notice when all have ended or none gets an answer any more. */
export function watchLaneHealth(events: WorkerEvents): LaneHealth {
  let alive = 0;
  let active = 0;
  let shuttingDown = false;
  let lastSign = performance.now();
  const sign = (): void => void (lastSign = performance.now());
  events.on("worker:create", () => void alive++);
  events.on("worker:stop", () => void alive--);
  events.on("pool:gracefulShutdown", () => void (shuttingDown = true));
  events.on("localQueue:getJobs:complete", sign);
  events.on("worker:getJob:empty", sign);
  events.on("job:start", () => void active++);
  events.on("job:complete", () => {
    active--;
    sign();
  });
  return {
    isShuttingDown: () => shuttingDown,
    isWell: () => alive > 0 && !shuttingDown && (active > 0 || performance.now() - lastSign < SILENT_FOR_MS),
  };
}

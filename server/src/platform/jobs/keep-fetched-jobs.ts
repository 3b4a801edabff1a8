import type { WorkerEvents } from "graphile-worker";

/** What of the library's queue of fetched jobs its types keep to themselves. */
interface Released {
  background(work: Promise<void>): void;
  release(): PromiseLike<void>;
}

/**
 * Lets the jobs a lane fetched ahead go back when it stops. The library (0.17.3, and 0.18.0 still) calls its queue
 * released before it gives the jobs back and then refuses to wait for that ("Cannot background something when the queue
 * is already released"): the stop is called failed, running jobs are cut off, and when the database is away at that
 * moment nobody catches the error and the process ends. Something the queue already waits for when it is released keeps
 * it waiting for the return too.
 */
export function keepFetchedJobs(events: WorkerEvents): void {
  events.on("localQueue:init", ({ localQueue }) => letReturn(localQueue as unknown as Released));
}

function letReturn(queue: Released): void {
  const release = queue.release.bind(queue);
  queue.release = () => {
    let letGo = (): void => undefined;
    queue.background(new Promise((resolve) => (letGo = resolve)));
    try {
      return release();
    } finally {
      letGo();
    }
  };
}

import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import { expect, test } from "vitest";
import { keepFetchedJobs } from "./keep-fetched-jobs.ts";

/** As the library does it: released first, and then it waits for nothing unless it was waiting already. */
function createQueue(giveBack: () => Promise<void>) {
  let waitingFor = 0;
  let released = false;
  let end = (_error?: unknown): void => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error === undefined ? resolve() : reject(error));
  });
  return {
    background(work: Promise<void>): void {
      if (released && waitingFor === 0)
        throw new Error("Cannot background something when the queue is already released");
      waitingFor++;
      work.then(
        () => void (--waitingFor === 0 && released && end()),
        (error: unknown) => void (--waitingFor, end(error)),
      );
    },
    release(): Promise<void> {
      released = true;
      this.background(giveBack());
      return ended;
    },
  };
}

function announced(queue: ReturnType<typeof createQueue>) {
  const events = new EventEmitter();
  keepFetchedJobs(events as WorkerEvents);
  events.emit("localQueue:init", { localQueue: queue });
  return queue;
}

test("a lane that stops waits until the jobs it fetched ahead are back in the queue", async () => {
  let back = false;
  const giveBack = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    back = true;
  };
  expect(() => createQueue(giveBack).release()).toThrow("already released");
  await announced(createQueue(giveBack)).release();
  expect(back).toBe(true);
});

test("when they cannot be given back the stop says so to whoever waits, and nobody else hears of it", async () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown): void => void unheard.push(error);
  process.on("unhandledRejection", hear);
  const release = announced(createQueue(() => Promise.reject(new Error("read ECONNRESET")))).release();
  await expect(release).rejects.toThrow("read ECONNRESET");
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("unhandledRejection", hear);
  expect(unheard).toEqual([]);
});

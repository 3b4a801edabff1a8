import { setTimeout as sleep } from "node:timers/promises";

/** One thing that has to end before the next may. */
export interface StopStep {
  readonly name: string;
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** Cuts the good order short when patience ends, while `stop` is still awaited; without it the step is left behind. */
  force?(): void | Promise<void>;
  /** How long good order may take; without it, as long as it takes. */
  readonly patienceMs?: number;
}

/** Longest wait for a step after it was forced; the next step then begins all the same. */
const AFTER_FORCE_MS = 5_000;

/**
 * Stops one thing after the other: requests drain, then jobs end or are given back, then connections close, then the
 * database stops. A step that fails is told and does not keep the later ones from stopping.
 * @param hurry ends all patience at once.
 * @returns the names of the steps that failed or had to be left behind.
 */
export async function stopInOrder(
  steps: readonly StopStep[],
  hurry: AbortSignal,
  onProblem: (step: string, error: unknown) => void,
): Promise<string[]> {
  const unfinished: string[] = [];
  for (const step of steps) {
    try {
      if (!(await stopStep(step, hurry))) unfinished.push(step.name);
    } catch (error) {
      onProblem(step.name, error);
      unfinished.push(step.name);
    }
  }
  return unfinished;
}

async function stopStep(step: StopStep, hurry: AbortSignal): Promise<boolean> {
  const done = step.stop().then(() => true);
  if (step.force === undefined && step.patienceMs === undefined) return done;
  if (await Promise.race([done, patienceEnds(step.patienceMs, hurry)])) return true;
  void done.catch(() => undefined); // should it fail after it was left behind
  if (step.force === undefined) return false;
  await step.force();
  return Promise.race([done, sleep(AFTER_FORCE_MS, false, { ref: false })]);
}

/** Resolves to false when the time is over or somebody is in a hurry. */
function patienceEnds(milliseconds: number | undefined, hurry: AbortSignal): Promise<false> {
  return new Promise((resolve) => {
    if (hurry.aborted) return resolve(false);
    hurry.addEventListener("abort", () => resolve(false), { once: true });
    if (milliseconds !== undefined) setTimeout(() => resolve(false), milliseconds).unref();
    return undefined;
  });
}

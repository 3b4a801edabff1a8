import type { LongOperationState } from "@tongzhou/contract/jobs";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { LongOperationView } from "../../platform/jobs/list-long-operations.ts";
import { readLongOperation } from "../../platform/jobs/list-long-operations.ts";
import type { House } from "../../platform/ledger/context.ts";
import { Conflict, NotAllowed, NotFound } from "../../platform/problems/refusal.ts";
import { mayControlWorkOf, mayReadWorkOf } from "./jobs.access.ts";

type Control = (house: House, id: string, personId: string) => Promise<LongOperationState | undefined>;

/** Who controls work in the background. */
interface Controlling {
  readonly house: House;
  readonly viewer: Viewer;
}

/** One long operation. @throws NotFound when there is none that the viewer may see. */
export async function showWork({ house, viewer }: Controlling, id: string): Promise<LongOperationView> {
  const work = await readLongOperation(house.pool, id);
  if (!work || !mayReadWorkOf(viewer, work.personId)) throw new NotFound();
  return work;
}

/**
 * Pauses, resumes or stops a long operation.
 * @param refused the code when its state does not allow it.
 * @throws NotFound; NotAllowed when it is somebody else's and the viewer may only look; Conflict `refused`.
 */
export async function controlWork(
  asking: Controlling,
  id: string,
  control: Control,
  refused: string,
): Promise<LongOperationView> {
  const { personId } = await showWork(asking, id);
  if (!mayControlWorkOf(asking.viewer, personId)) throw new NotAllowed();
  if ((await control(asking.house, id, asking.viewer.personId)) === undefined) throw new Conflict(refused);
  return showWork(asking, id);
}

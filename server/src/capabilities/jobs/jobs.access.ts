import { accessObject } from "../../platform/access/access-object.ts";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

/** The job queue, the schedules, and everybody's long operations. One's own long operations need no grant. */
export const JOB = accessObject("job", { actions: ["read", "edit"] });

export const mayReadJobs = (viewer: Viewer): boolean => may(viewer, JOB, "read");

export const mayEditJobs = (viewer: Viewer): boolean => may(viewer, JOB, "edit");

export const mayFollowOwnWork = (_viewer: Viewer): boolean => true;

/** Whether they may see a long operation that this person began; null: the house itself did. */
export const mayReadWorkOf = (viewer: Viewer, personId: string | undefined): boolean =>
  personId === viewer.personId || mayReadJobs(viewer);

/** Whether they may pause, resume and stop it. */
export const mayControlWorkOf = (viewer: Viewer, personId: string | undefined): boolean =>
  personId === viewer.personId || mayEditJobs(viewer);

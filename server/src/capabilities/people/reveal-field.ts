import type { AccessObject } from "../../platform/access/access-object.ts";
import type { Acting } from "../../platform/access/acting.ts";
import { fieldLevel } from "../../platform/access/field-access.ts";
import { covers } from "../../platform/access/reach.ts";
import type { Held } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import { takeHit } from "../../platform/limits/take-hit.ts";
import type { Limit } from "../../platform/limits/take-hit.ts";
import { NotAllowed, NotFound } from "../../platform/problems/refusal.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

/** Looks behind a mask a day; an administrator who needs more exports, and is seen to. */
const REVEALS: Limit = { name: "reveal", hits: 60, seconds: 24 * 3600 };

/** One masked value of one record. */
export interface Masked {
  readonly object: AccessObject;
  readonly recordId: string;
  readonly field: string;
  /** Whose the record is. */
  readonly held: Held;
}

/**
 * Lets the viewer look behind a mask: needs the grant `reveal` on the record, counts against the limit of reveals, and is
 * written down. A field that the viewer may read anyway needs no reveal and costs none.
 * @returns nothing; the caller answers the value.
 * @throws NotFound when the field or the record does not exist for the viewer; NotAllowed; TooMany `reveal_limit`.
 */
export async function revealField(context: Acting, masked: Masked): Promise<void> {
  const { viewer } = context;
  const { object, field, held, recordId } = masked;
  if (!covers(reachOf(viewer, object, "read"), held)) throw new NotFound();
  const level = fieldLevel(viewer, object, field, held);
  if (level === "hidden") throw new NotFound();
  if (level !== "masked") return;
  if (!covers(reachOf(viewer, object, "reveal"), held)) throw new NotAllowed();
  await takeHit({ pool: context.client, clock: { now: () => context.now } }, REVEALS, viewer.personId, "reveal_limit");
  await insertSecurityEvent(context, {
    kind: "revealed",
    personId: viewer.personId,
    details: { object: object.name, recordId, field },
  });
}

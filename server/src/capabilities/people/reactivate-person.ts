import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, NotFound } from "../../platform/problems/refusal.ts";
import { mayEditPerson } from "./people.access.ts";
import { lockPerson, updatePerson } from "./queries/person-rows.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

export const REACTIVATE_PERSON = operationKind("person.reactivate");

/** Somebody works here again, with the roles they had. @throws NotFound, NotAllowed. */
export async function reactivatePerson(context: Acting, id: string): Promise<void> {
  const person = await lockPerson(context, id);
  if (!person) throw new NotFound();
  if (!mayEditPerson(context.viewer, person)) throw new NotAllowed();
  if (person.active) return;
  await updatePerson(context, id, { active: true });
  await insertSecurityEvent(context, { kind: "person_reactivated", personId: id });
  await context.emit("person.reactivated", [id]);
}

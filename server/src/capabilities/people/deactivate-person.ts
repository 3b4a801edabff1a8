import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, NotFound } from "../../platform/problems/refusal.ts";
import type { SignIn } from "../../platform/sign-in/open-sign-in.ts";
import { keepAnAdministrator } from "./keep-an-administrator.ts";
import { mayEditPerson } from "./people.access.ts";
import { lockAdministrators, lockPerson, updatePerson } from "./queries/person-rows.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

export const DEACTIVATE_PERSON = operationKind("person.deactivate");

/**
 * Somebody works here no longer: their sessions and keys end and they get nothing new. What they own stays theirs until
 * it is handed over. Undoing it lets them sign in again; ended sessions and keys stay ended.
 * @throws NotFound, NotAllowed; Refused `last_admin`.
 */
export async function deactivatePerson(context: Acting, signIn: SignIn, id: string): Promise<void> {
  await lockAdministrators(context);
  const person = await lockPerson(context, id);
  if (!person) throw new NotFound();
  if (!mayEditPerson(context.viewer, person)) throw new NotAllowed();
  if (!person.active) return;
  await updatePerson(context, id, { active: false });
  await insertSecurityEvent(context, { kind: "person_deactivated", personId: id });
  await keepAnAdministrator(context);
  if (person.signInId !== null) {
    await signIn.sessions.endAll(person.signInId);
    await signIn.keys.revokeAll(person.signInId);
  }
  await context.emit("person.deactivated", [id]);
}

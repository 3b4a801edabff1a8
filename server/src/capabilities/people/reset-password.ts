import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import type { SignIn } from "../../platform/sign-in/open-sign-in.ts";
import { makePassword } from "../../platform/sign-in/passwords.ts";
import { lockPerson, updatePerson } from "./queries/person-rows.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

export const RESET_PASSWORD = operationKind("password.reset", { notUndoable: "undo.credentials" });

/**
 * Gives somebody a new password and ends their sessions.
 * @returns the password, to be told this one time.
 * @throws NotFound; Refused `no_email` for people without an address to sign in by.
 */
export async function resetPassword(context: Acting, signIn: SignIn, id: string): Promise<string> {
  const person = await lockPerson(context, id);
  if (!person) throw new NotFound();
  if (person.email === null) throw new Refused("no_email");
  const password = makePassword();
  if (person.signInId === null) {
    await updatePerson(context, id, { sign_in_id: await signIn.passwords.create(password) });
  } else {
    await signIn.passwords.replace(person.signInId, password);
    await signIn.sessions.endAll(person.signInId);
  }
  await insertSecurityEvent(context, { kind: "password_reset", personId: id });
  return password;
}

import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import type { SignIn } from "../../platform/sign-in/open-sign-in.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

export const CHANGE_PASSWORD = operationKind("password.change", { notUndoable: "undo.credentials" });

/**
 * Replaces the viewer's password, which was checked before, and ends all their sessions but this one.
 * @returns how many sessions ended.
 */
export async function changePassword(
  context: Acting,
  signIn: SignIn,
  password: string,
  sessionId: string | undefined,
): Promise<number> {
  const { signInId } = context.viewer.person;
  if (signInId === null) throw new NotFound();
  await signIn.passwords.replace(signInId, password);
  const ended = await signIn.sessions.endAll(signInId, sessionId);
  await insertSecurityEvent(context, { kind: "password_changed", personId: context.viewer.personId });
  return ended;
}

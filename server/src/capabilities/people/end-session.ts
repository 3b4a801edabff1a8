import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import type { SignIn } from "../../platform/sign-in/open-sign-in.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

export const END_SESSION = operationKind("session.end", { notUndoable: "undo.credentials" });

/** Ends one of the viewer's own sessions. @throws NotFound, also for a session of somebody else. */
export async function endSession(context: Acting, signIn: SignIn, sessionId: string): Promise<void> {
  const { signInId } = context.viewer.person;
  if (signInId === null || !(await signIn.sessions.end(signInId, sessionId))) throw new NotFound();
  await insertSecurityEvent(context, { kind: "session_ended", personId: context.viewer.personId });
}

import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import type { SignIn } from "../../platform/sign-in/open-sign-in.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

export const REVOKE_API_KEY = operationKind("api_key.revoke", { notUndoable: "undo.credentials" });

/** Ends one of the viewer's own keys at once. @throws NotFound, also for somebody else's. */
export async function revokeApiKey(context: Acting, signIn: SignIn, keyId: string): Promise<void> {
  const { signInId } = context.viewer.person;
  if (signInId === null || !(await signIn.keys.revoke(signInId, keyId))) throw new NotFound();
  await insertSecurityEvent(context, { kind: "key_revoked", personId: context.viewer.personId, details: { keyId } });
}

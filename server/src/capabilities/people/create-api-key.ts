import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import type { KeyEntry } from "../../platform/sign-in/api-keys.ts";
import type { SignIn } from "../../platform/sign-in/open-sign-in.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

export const CREATE_API_KEY = operationKind("api_key.create", { notUndoable: "undo.credentials" });

/** Makes a key that acts as the viewer, within the listed permissions. */
export async function createApiKey(
  context: Acting,
  signIn: SignIn,
  wanted: { readonly name: string; readonly permissions: readonly string[]; readonly days: number | null },
): Promise<KeyEntry & { key: string }> {
  const { signInId } = context.viewer.person;
  if (signInId === null) throw new NotFound();
  const key = await signIn.keys.create(signInId, wanted);
  await insertSecurityEvent(context, {
    kind: "key_created",
    personId: context.viewer.personId,
    details: { keyId: key.id, permissions: wanted.permissions },
  });
  return key;
}

import { createHash, randomBytes } from "node:crypto";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, NotFound } from "../../platform/problems/refusal.ts";
import { mayEditContact, readContact } from "../contacts/index.ts";
import { insertPreferenceLink } from "./queries/preference-link-rows.ts";

/** A link that was given away must work for ever, so making one is not undone. */
export const MAKE_PREFERENCE_LINK = operationKind("preference_link.create", { notUndoable: "undo.link_given" });

const TOKEN_BYTES = 24;

/** What is kept of a token: a random one of 192 bits needs no salt. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/**
 * Makes the link by which a person sees and changes what they allowed, without signing in.
 * @returns its token, which nobody can read again. @throws NotFound; NotAllowed for one who may not edit the contact.
 */
export async function makePreferenceLink(context: Acting, contactId: string): Promise<string> {
  if (!(await readContact(context, contactId))) throw new NotFound();
  if (!(await mayEditContact(context, contactId))) throw new NotAllowed();
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  await insertPreferenceLink(context, { contactId, tokenHash: hashOfToken(token) });
  return token;
}

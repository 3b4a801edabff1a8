import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import type { Context } from "../../platform/ledger/context.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { lockDraft } from "./lock-draft.ts";
import { findStandard, updateDraft } from "./queries/standard-rows.ts";

/**
 * Gives an unsigned draft this content, whatever it had: for whoever sets a company up in one act.
 * @returns the hash by which the content is signed.
 * @throws NotFound; Refused `standard_not_a_draft`.
 */
export async function replaceDraft(context: Context, id: string, content: LeadStandard): Promise<string> {
  await lockDraft(context, id);
  await updateDraft(context, id, { content });
  const standard = await findStandard(context, id);
  if (!standard) throw new NotFound();
  return standard.contentHash;
}

import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { actOnLeads } from "./act-on-leads.ts";
import type { MoveResult } from "./shapes/lead-move-request.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { readContact } from "../contacts/index.ts";
import type { RejectReason } from "@tongzhou/contract/lead-standard";
import { reasonNamed } from "./reason-named.ts";
import { tellOfRejects } from "./tell-of-rejects.ts";

export const DECLINE_LEADS = operationKind("lead.decline");

export interface Decline {
  readonly reason: string;
  readonly note: string | null;
  /** The contact that a lead given back as a duplicate is the double of. */
  readonly otherRecordId: string | null;
}

/**
 * The rep rejects leads he was asked (rows 8–8c) or gives back those he took (row 12), with one of the reasons of the
 * standard in force. Marketing is told at once.
 * @throws Invalid when the standard has no such reason; NotFound where the named double is out of sight.
 */
export async function declineLeads(
  context: Acting,
  leadIds: readonly string[],
  { reason: code, note, otherRecordId }: Decline,
  reasons: readonly RejectReason[],
): Promise<MoveResult[]> {
  const { effect } = reasonNamed(reasons, code);
  if (otherRecordId !== null && !(await readContact(context, otherRecordId))) throw new NotFound();
  const results = await actOnLeads(context, leadIds, {
    action: "edit",
    note,
    event: (_, by) => ({ kind: "declined", by, reason: { code, effect }, otherRecordId }),
  });
  await tellOfRejects(context, results);
  return results;
}

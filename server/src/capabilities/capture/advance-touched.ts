import type { Context } from "../../platform/ledger/context.ts";
import { moveLeads } from "../leads/index.ts";
import { findInForce } from "../standards/index.ts";
import { advanceLeads } from "./advance-leads.ts";
import { findTouchedLeads } from "./queries/advancing-leads.ts";

/**
 * What a new touch does to the leads of its contact (rows 16 and 16a): they are judged anew, and a disqualified one whose
 * reason wakes begins again. Leads that the recording operation has judged itself are left out.
 * @returns whether there was anything to do.
 */
export async function advanceTouched(
  context: Context,
  identifierIds: readonly string[],
  recordedBy: string,
): Promise<boolean> {
  const standard = await findInForce(context);
  if (!standard) return false;
  const waking = new Set(standard.content.rejectReasons.flatMap(({ code, wakes }) => (wakes ? [code] : [])));
  const touched = await findTouchedLeads(context, identifierIds, recordedBy);
  const asleep = touched.filter(
    ({ stage, reason, hasOpenSibling }) => stage === "disqualified" && !hasOpenSibling && waking.has(reason ?? ""),
  );
  const woken = await moveLeads(
    context,
    asleep.map(({ leadId }) => ({ leadId, event: { kind: "touched", wakes: true, openLeadExists: false } })),
  );
  const leadIds = [
    ...touched.filter(({ stage }) => stage !== "disqualified").map(({ leadId }) => leadId),
    ...woken.filter(({ outcome }) => outcome === "moved").map(({ leadId }) => leadId),
  ];
  if (leadIds.length === 0) return false;
  await advanceLeads(context, [{ leadIds, cause: "touch" }]);
  return true;
}

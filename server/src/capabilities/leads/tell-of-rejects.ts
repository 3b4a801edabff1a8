import type { Acting } from "../../platform/access/acting.ts";
import { notify } from "../notifications/index.ts";
import type { Notice } from "../notifications/index.ts";
import type { MoveResult, MovedLead } from "./shapes/lead-move-request.ts";
import { findCampaignOwners } from "./queries/find-campaign-owners.ts";

/** Rows by which sales says no; marketing sees them the same second (R-LEAD-2). */
const SAYS_NO = ["8", "8a", "8b", "8c", "12"];

/** Tells whoever owns the campaign that brought a lead that it was rejected; of leads without one, all marketers. */
export async function tellOfRejects(context: Acting, results: readonly MoveResult[]): Promise<void> {
  const rejected = results.filter(
    (result): result is MovedLead => result.outcome === "moved" && SAYS_NO.includes(result.row),
  );
  const campaignIds = rejected.flatMap(({ before }) => before.campaignId ?? []);
  const owners = campaignIds.length === 0 ? new Map() : await findCampaignOwners(context, campaignIds);
  const { snapshot, personId } = context.viewer;
  const marketers = [...snapshot.people.values()]
    .filter((person) => person.active && snapshot.rolesOf(person).some(({ code }) => code === "marketer"))
    .map(({ id }) => id);
  const notices = rejected.flatMap(({ leadId, before, lead }): Notice[] => {
    const owner: string | undefined = owners.get(before.campaignId ?? "");
    const told = owner !== undefined && snapshot.people.get(owner)?.active ? [owner] : marketers;
    return told
      .filter((id) => id !== personId)
      .map((id) => ({ personId: id, kind: "lead.rejected", params: { leadId, byId: personId, reason: lead.reason } }));
  });
  await notify(context, notices);
}

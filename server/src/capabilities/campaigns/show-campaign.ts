import type { Campaign, CampaignRow } from "@tongzhou/contract/campaigns";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { mayWithCampaign } from "./campaigns.access.ts";
import { findCampaign, findCosts } from "./campaigns.queries.ts";
import type { FoundCampaign } from "./campaigns.queries.ts";
import { missingToStart } from "./domain/missing-to-start.ts";

/** One campaign with its costs, as the page of the record shows it. @throws NotFound when it is not within the viewer's rights. */
export async function showCampaign(context: Pick<Viewing, "tx" | "viewer">, id: string): Promise<Campaign> {
  const found = await findCampaign(context, context.viewer, id);
  if (!found) throw new NotFound();
  const costs = await findCosts(context, id);
  return { ...presentRow(context.viewer, found), costs };
}

/** Adds what a draft still lacks, and whether the viewer may edit it. */
export function presentRow<Found extends FoundCampaign>(
  viewer: Viewer,
  found: Found,
): Found & Pick<CampaignRow, "missing" | "mayEdit"> {
  return {
    ...found,
    missing: found.status === "draft" ? missingToStart(found) : [],
    mayEdit: mayWithCampaign(viewer, "edit", found.ownerId),
  };
}

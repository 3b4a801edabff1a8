import type { Campaign, CampaignRow } from "@tongzhou/contract/campaigns";
import type { Viewing } from "../../platform/access/acting.ts";
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
  return { ...presentRow(found), costs, mayEdit: mayWithCampaign(context.viewer, "edit", found.ownerId) };
}

/** Adds what a draft still lacks. */
export function presentRow<Found extends FoundCampaign>(found: Found): Found & Pick<CampaignRow, "missing"> {
  return { ...found, missing: found.status === "draft" ? missingToStart(found) : [] };
}

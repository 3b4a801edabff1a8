import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import type { HeldPart } from "../../platform/access/held-part.ts";
import { CAMPAIGN } from "./campaigns.access.ts";
import { countHeldCampaigns, giveHeldCampaigns } from "./campaigns.queries.ts";

/** The campaigns that somebody owns or whose next step is theirs, to be given on when they leave. */
export const heldCampaigns = (): HeldPart => ({
  what: "campaigns",
  mayGive: (viewer, personId) => covers(reachOf(viewer, CAMPAIGN, "edit"), { ownerIds: [personId] }),
  count: countHeldCampaigns,
  async give(context, hands) {
    const given = await giveHeldCampaigns(context, hands);
    await context.emit("campaign.edited", given);
    return given.length;
  },
});

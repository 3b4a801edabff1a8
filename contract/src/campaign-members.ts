import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { PageQuery, pageOf } from "./paging.ts";

/** How far somebody is in a campaign. */
export const MEMBER_STATUSES = ["invited", "registered", "attended", "responded"] as const;

/** A contact in a campaign. */
export const CampaignMember = z.object({
  id: z.uuid(),
  contactId: z.uuid(),
  name: z.string().nullable(),
  /** The company they are in now. */
  accountName: z.string().nullable(),
  status: z.enum(MEMBER_STATUSES),
  joinedAt: z.iso.datetime(),
});
export type CampaignMember = z.infer<typeof CampaignMember>;

export const campaignMembers = {
  list: endpoint({
    id: "touches.listCampaignMembers",
    method: "GET",
    path: "/campaigns/:campaignId/members",
    summary:
      "Who is in a campaign, of the contacts within the viewer's rights; how many, and how many outside of them.",
    params: z.object({ campaignId: z.uuid() }),
    query: PageQuery,
    response: pageOf(CampaignMember).extend({ count: z.int(), outside: z.int() }),
    errors: ["cursor_invalid"],
  }),
};

import { campaignMembers } from "@tongzhou/contract/campaign-members";
import { touches } from "@tongzhou/contract/touches";
import { publishFields } from "../../platform/conditions/index.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { conditionContextOf } from "../../platform/lists/choose-rows.ts";
import { countList } from "../../platform/lists/count-list.ts";
import { mayReadCampaigns } from "../campaigns/index.ts";
import { CONTACT, CONTACT_GOVERNED } from "../contacts/index.ts";
import type { RecordsNamed } from "../contacts/index.ts";
import { companyCalendar } from "../people/index.ts";
import { countMembers, readMembers } from "./queries/member-rows.ts";
import { readTouches, touchList } from "./queries/touch-list.ts";
import { mayReadTouches } from "./touches.access.ts";
import { touchFields } from "./touches.fields.ts";

/** What customers did. @param named the quick search by their names; without it names are read one by one. */
export function touchesRoutes(http: Http, named?: RecordsNamed): void {
  serveRead(http, touches.list, {
    allow: mayReadTouches,
    handle: async (context, { query }) => readTouches(touchList(named), query, context, await companyCalendar(context)),
  });
  serveRead(http, touches.count, {
    allow: mayReadTouches,
    handle: async (context, { query }) => countList(touchList(named), query, context, await companyCalendar(context)),
  });
  serveRead(http, campaignMembers.list, {
    allow: (viewer) => mayReadTouches(viewer) && mayReadCampaigns(viewer),
    handle: async (context, { params: { campaignId }, query }) => ({
      ...(await readMembers(context, campaignId, query)),
      ...(await countMembers(context, campaignId)),
    }),
  });
  serveRead(http, touches.fields, {
    allow: mayReadTouches,
    handle: async ({ viewer }) =>
      publishFields(touchFields, conditionContextOf(viewer, CONTACT, CONTACT_GOVERNED).accessTo),
  });
}

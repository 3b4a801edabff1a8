import { insights } from "@tongzhou/contract/insights";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { mayEditTargets, mayReadFunnel, mayReadRevenue, mayReadTargets } from "./insights.access.ts";
import { listCredits } from "./list-credits.ts";
import { listFunnelRecords } from "./list-funnel-records.ts";
import { SET_TARGET, setTarget } from "./set-target.ts";
import { compareModels, showCampaignResults } from "./show-campaign-results.ts";
import { showFunnel } from "./show-funnel.ts";
import { showTarget } from "./show-target.ts";

/** Figures: the funnel, what campaigns earned, the target; each opens its records. */
export function insightsRoutes(http: Http): void {
  serveRead(http, insights.funnel, {
    allow: mayReadFunnel,
    limit: "report",
    handle: (context, { query: { by, ...choice } }) => showFunnel(context, choice, by),
  });
  serveRead(http, insights.funnelRecords, {
    allow: mayReadFunnel,
    limit: "report",
    handle: (context, { query }) => listFunnelRecords(context, query),
  });
  serveRead(http, insights.campaigns, {
    allow: mayReadRevenue,
    limit: "report",
    handle: (context, { query }) => showCampaignResults(context, query),
  });
  serveRead(http, insights.campaignModels, {
    allow: mayReadRevenue,
    limit: "report",
    handle: (context, { params, query }) => compareModels(context, params.campaignId, query),
  });
  serveRead(http, insights.credits, {
    allow: mayReadRevenue,
    limit: "report",
    handle: (context, { query }) => listCredits(context, query),
  });
  serveRead(http, insights.target, {
    allow: mayReadTargets,
    limit: "report",
    handle: (context, { params, query }) => showTarget(context, params.month, query.teamId ?? null),
  });
  serveWrite(http, insights.setTarget, {
    allow: mayEditTargets,
    kind: SET_TARGET,
    handle: (context, { params, body }) =>
      setTarget(context, { month: params.month, teamId: body.teamId }, body.amount),
  });
}

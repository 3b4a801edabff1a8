import { campaigns } from "@tongzhou/contract/campaigns";
import { requireCompany } from "../people/index.ts";
import { publishFields } from "../../platform/conditions/index.ts";
import { beginRecordValues, withRecordValues } from "../../platform/custom-fields/record-values.ts";
import { withHouseFields } from "../../platform/custom-fields/with-house-fields.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { conditionContextOf } from "../../platform/lists/choose-rows.ts";
import { countList } from "../../platform/lists/count-list.ts";
import { readList } from "../../platform/lists/read-list.ts";
import {
  CAMPAIGN,
  mayCreateCampaigns,
  mayDeleteCampaigns,
  mayEditCampaigns,
  mayReadCampaigns,
  mayWithCampaign,
} from "./campaigns.access.ts";
import { campaignFields } from "./campaigns.fields.ts";
import { campaignList } from "./campaigns.queries.ts";
import { CREATE_CAMPAIGN, createCampaigns } from "./create-campaigns.ts";
import { EDIT_CAMPAIGN, editCampaign } from "./edit-campaign.ts";
import { EDIT_COST, REMOVE_COST, editCost, removeCost } from "./edit-cost.ts";
import { END_CAMPAIGN, endCampaigns } from "./end-campaigns.ts";
import { RECORD_COST, recordCosts } from "./record-costs.ts";
import { REMOVE_DRAFT, removeDraft } from "./remove-draft.ts";
import { presentRow, showCampaign } from "./show-campaign.ts";
import { START_CAMPAIGN, startCampaigns } from "./start-campaigns.ts";

/** Campaigns: lists, records, their course and their costs. */
export function campaignsRoutes(http: Http): void {
  serveReads(http);
  serveCourse(http);
  serveCosts(http);
}

function serveReads(http: Http): void {
  serveRead(http, campaigns.list, {
    allow: mayReadCampaigns,
    async handle(context, { query }) {
      const page = await readList(campaignList, query, context, await requireCompany(context));
      return {
        ...page,
        rows: await withRecordValues(
          context,
          "campaign",
          page.rows.map((row) => presentRow(context.viewer, row)),
        ),
      };
    },
  });
  serveRead(http, campaigns.count, {
    allow: mayReadCampaigns,
    handle: async (context, { query }) => countList(campaignList, query, context, await requireCompany(context)),
  });
  serveRead(http, campaigns.fields, {
    allow: mayReadCampaigns,
    handle: async ({ viewer }) =>
      publishFields(
        withHouseFields(campaignFields, viewer.snapshot, "campaign"),
        conditionContextOf(viewer, CAMPAIGN).accessTo,
      ),
  });
  serveRead(http, campaigns.show, {
    allow: mayReadCampaigns,
    handle: (context, { params }) => showCampaign(context, params.campaignId),
  });
}

function serveCourse(http: Http): void {
  serveWrite(http, campaigns.create, {
    allow: (viewer, { body }) =>
      mayCreateCampaigns(viewer) &&
      mayWithCampaign(viewer, "create", body.ownerId === undefined ? viewer.personId : body.ownerId),
    kind: CREATE_CAMPAIGN,
    creates: "repeatable",
    async handle(context, { body: { ownerId = context.viewer.personId, custom, ...draft } }) {
      const [id = ""] = await createCampaigns(context, [{ ...draft, ownerId }]);
      await beginRecordValues(context, { object: "campaign", id, created: true, asked: true }, custom);
      return showCampaign(context, id);
    },
  });
  serveWrite(http, campaigns.edit, {
    allow: mayEditCampaigns,
    kind: EDIT_CAMPAIGN,
    async handle(context, { params, body }) {
      await editCampaign(context, params.campaignId, body);
      return showCampaign(context, params.campaignId);
    },
  });
  serveWrite(http, campaigns.remove, {
    allow: mayDeleteCampaigns,
    kind: REMOVE_DRAFT,
    async handle(context, { params }) {
      await removeDraft(context, params.campaignId);
      return {};
    },
  });
  serveWrite(http, campaigns.start, {
    allow: mayEditCampaigns,
    kind: START_CAMPAIGN,
    async handle(context, { params }) {
      await startCampaigns(context, [params.campaignId]);
      return showCampaign(context, params.campaignId);
    },
  });
  serveWrite(http, campaigns.end, {
    allow: mayEditCampaigns,
    kind: END_CAMPAIGN,
    async handle(context, { params }) {
      await endCampaigns(context, [params.campaignId]);
      return showCampaign(context, params.campaignId);
    },
  });
}

function serveCosts(http: Http): void {
  serveWrite(http, campaigns.addCost, {
    allow: mayEditCampaigns,
    kind: RECORD_COST,
    creates: "repeatable",
    async handle(context, { params, body }) {
      await recordCosts(context, [{ campaignId: params.campaignId, ...body }]);
      return showCampaign(context, params.campaignId);
    },
  });
  serveWrite(http, campaigns.editCost, {
    allow: mayEditCampaigns,
    kind: EDIT_COST,
    async handle(context, { params, body }) {
      await editCost(context, params, body);
      return showCampaign(context, params.campaignId);
    },
  });
  serveWrite(http, campaigns.removeCost, {
    allow: mayEditCampaigns,
    kind: REMOVE_COST,
    async handle(context, { params }) {
      await removeCost(context, params);
      return showCampaign(context, params.campaignId);
    },
  });
}

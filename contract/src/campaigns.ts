import { z } from "zod";
import { ConditionField } from "./condition-fields.ts";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { NewFieldValues, RowValues } from "./fields.ts";
import { CountQuery, ListCount, ListQuery, listOf } from "./list.ts";

export const CAMPAIGN_TYPES = [
  "paid_ads",
  "seo",
  "content",
  "webinar",
  "offline_event",
  "user_conference",
  "sponsorship",
  "partner",
  "referral",
  "email",
] as const;
export const CampaignType = z.enum(CAMPAIGN_TYPES);
export type CampaignType = z.infer<typeof CampaignType>;

export const CampaignStatus = z.enum(["draft", "running", "ended"]);
export type CampaignStatus = z.infer<typeof CampaignStatus>;

export const COST_KINDS = ["media", "venue", "travel", "material", "speaker", "agency", "staff", "other"] as const;
export const CostKind = z.enum(COST_KINDS);
export type CostKind = z.infer<typeof CostKind>;

/** What a campaign cannot be started without (R-CAMP-1); pages ask for exactly these. */
export const NEEDED_TO_START = [
  "goal",
  "budgetAmount",
  "ownerId",
  "callToAction",
  "nextStep",
  "nextStepOwnerId",
  "nextStepDays",
] as const;
export const NeededToStart = z.enum(NEEDED_TO_START);
export type NeededToStart = z.infer<typeof NeededToStart>;

const Name = z.string().trim().min(1).max(200);
const Text = z.string().trim().min(1).max(2000);
const Day = z.iso.date();
const Currency = z.string().regex(/^[A-Z]{3}$/);
/** Whole minor units (fen). */
const Amount = z.int();

/** What people write about a campaign. Days are the company's, amounts whole minor units of `currency`. */
const facts = {
  name: Name,
  type: CampaignType,
  productLineId: z.uuid().nullable(),
  ownerId: z.uuid().nullable(),
  channel: z.string().trim().min(1).max(60).nullable(),
  goal: Text.nullable(),
  goalLeads: z.int().min(1).max(10_000_000).nullable(),
  budgetAmount: Amount.min(0).nullable(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  callToAction: Text.nullable(),
  nextStep: Text.nullable(),
  nextStepOwnerId: z.uuid().nullable(),
  /** Within so many days something happens to the people it brings. */
  nextStepDays: z.int().min(0).max(365).nullable(),
};

export const CampaignRow = z.object({
  id: z.uuid(),
  /** What it has in fields the company added. */
  custom: RowValues,
  name: z.string(),
  type: CampaignType,
  status: CampaignStatus,
  productLineId: z.uuid().nullable(),
  productLineName: z.string().nullable(),
  ownerId: z.uuid().nullable(),
  ownerName: z.string().nullable(),
  channel: z.string().nullable(),
  goal: z.string().nullable(),
  goalLeads: z.int().nullable(),
  budgetAmount: Amount.nullable(),
  /** Sum of the costs in the campaign's currency. */
  spentAmount: Amount,
  currency: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  /** What it still lacks to be started; empty for one that runs or has ended. */
  missing: z.array(NeededToStart),
  mayEdit: z.boolean(),
});
export type CampaignRow = z.infer<typeof CampaignRow>;

export const CampaignCost = z.object({
  id: z.uuid(),
  occurredOn: z.string(),
  /** Negative for a refund. */
  amount: Amount,
  currency: z.string(),
  kind: CostKind,
  note: z.string().nullable(),
});
export type CampaignCost = z.infer<typeof CampaignCost>;

export const Campaign = CampaignRow.extend({
  callToAction: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextStepOwnerId: z.uuid().nullable(),
  nextStepOwnerName: z.string().nullable(),
  nextStepDays: z.int().nullable(),
  /** As they occurred, the newest first. */
  costs: z.array(CampaignCost),
});
export type Campaign = z.infer<typeof Campaign>;

const campaignParams = z.object({ campaignId: z.uuid() });
const costParams = campaignParams.extend({ costId: z.uuid() });
const CostAmount = Amount.refine((amount) => amount !== 0, { error: "a cost of nothing is no cost" });

export const campaigns = {
  list: endpoint({
    id: "campaigns.listCampaigns",
    method: "GET",
    path: "/campaigns",
    summary: "Campaigns; sorts: started, name, budget.",
    query: ListQuery,
    response: listOf(CampaignRow),
    errors: ["filter_invalid", "cursor_invalid"],
  }),
  count: endpoint({
    id: "campaigns.countCampaigns",
    method: "GET",
    path: "/campaigns/count",
    summary: "How many campaigns a list has.",
    query: CountQuery,
    response: ListCount,
    errors: ["filter_invalid"],
  }),
  fields: endpoint({
    id: "campaigns.listCampaignFields",
    method: "GET",
    path: "/campaigns/fields",
    summary: "The fields that filters of campaigns may speak of.",
    response: z.array(ConditionField),
  }),
  show: endpoint({
    id: "campaigns.showCampaign",
    method: "GET",
    path: "/campaigns/:campaignId",
    summary: "One campaign with its costs.",
    params: campaignParams,
    response: Campaign,
  }),
  create: endpoint({
    id: "campaigns.createCampaign",
    method: "POST",
    path: "/campaigns",
    summary: "Makes a draft; nothing but name and type must be known yet. Without an owner it is the creator's.",
    body: z.object({
      name: Name,
      type: CampaignType,
      productLineId: facts.productLineId.default(null),
      ownerId: facts.ownerId.optional(),
      channel: facts.channel.default(null),
      goal: facts.goal.default(null),
      goalLeads: facts.goalLeads.default(null),
      budgetAmount: facts.budgetAmount.default(null),
      currency: Currency.optional(),
      startsOn: facts.startsOn.default(null),
      endsOn: facts.endsOn.default(null),
      callToAction: facts.callToAction.default(null),
      nextStep: facts.nextStep.default(null),
      nextStepOwnerId: facts.nextStepOwnerId.default(null),
      nextStepDays: facts.nextStepDays.default(null),
      custom: NewFieldValues.optional(),
    }),
    response: Campaign,
    errors: ["campaign_ends_before_start"],
  }),
  edit: endpoint({
    id: "campaigns.editCampaign",
    method: "PATCH",
    path: "/campaigns/:campaignId",
    summary: "Changes facts of a campaign; one that has started keeps what starting demanded.",
    params: campaignParams,
    body: z.object({
      name: changeOf(facts.name),
      type: changeOf(facts.type),
      productLineId: changeOf(facts.productLineId),
      ownerId: changeOf(facts.ownerId),
      channel: changeOf(facts.channel),
      goal: changeOf(facts.goal),
      goalLeads: changeOf(facts.goalLeads),
      budgetAmount: changeOf(facts.budgetAmount),
      startsOn: changeOf(facts.startsOn),
      endsOn: changeOf(facts.endsOn),
      callToAction: changeOf(facts.callToAction),
      nextStep: changeOf(facts.nextStep),
      nextStepOwnerId: changeOf(facts.nextStepOwnerId),
      nextStepDays: changeOf(facts.nextStepDays),
    }),
    response: Campaign,
    errors: ["changed_meanwhile", "campaign_incomplete", "campaign_ends_before_start"],
  }),
  remove: endpoint({
    id: "campaigns.removeDraft",
    method: "DELETE",
    path: "/campaigns/:campaignId",
    summary: "Deletes a draft that nothing refers to, with its costs.",
    params: campaignParams,
    response: z.object({}),
    errors: ["campaign_not_draft", "still_in_use"],
  }),
  start: endpoint({
    id: "campaigns.startCampaign",
    method: "POST",
    path: "/campaigns/:campaignId/start",
    summary: "Starts a draft, today when no day was planned; refused with the list of what is missing.",
    params: campaignParams,
    response: Campaign,
    errors: ["campaign_not_draft", "campaign_incomplete"],
  }),
  end: endpoint({
    id: "campaigns.endCampaign",
    method: "POST",
    path: "/campaigns/:campaignId/end",
    summary: "Ends a running campaign; its results go on counting.",
    params: campaignParams,
    response: Campaign,
    errors: ["campaign_not_running"],
  }),
  addCost: endpoint({
    id: "campaigns.addCost",
    method: "POST",
    path: "/campaigns/:campaignId/costs",
    summary: "Records what a campaign cost, as it occurred.",
    params: campaignParams,
    body: z.object({
      occurredOn: Day,
      amount: CostAmount,
      kind: CostKind.default("other"),
      note: Text.nullable().default(null),
    }),
    response: Campaign,
  }),
  editCost: endpoint({
    id: "campaigns.editCost",
    method: "PATCH",
    path: "/campaigns/:campaignId/costs/:costId",
    summary: "Corrects a cost.",
    params: costParams,
    body: z.object({
      occurredOn: changeOf(Day),
      amount: changeOf(CostAmount),
      kind: changeOf(CostKind),
      note: changeOf(Text.nullable()),
    }),
    response: Campaign,
    errors: ["changed_meanwhile"],
  }),
  removeCost: endpoint({
    id: "campaigns.removeCost",
    method: "DELETE",
    path: "/campaigns/:campaignId/costs/:costId",
    summary: "Takes a cost away that was recorded by mistake.",
    params: costParams,
    response: Campaign,
  }),
};

import { z } from "zod";
import { ATTRIBUTION_MODELS, AttributionModel, FunnelReading } from "./attribution-model.ts";
import { CampaignStatus, CampaignType } from "./campaigns.ts";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { FunnelStep } from "./lead-stages.ts";
import { PageQuery, pageOf } from "./paging.ts";

const Day = z.iso.date();
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Whole minor units of the company's currency. */
const Amount = z.int();

/** By what a funnel is split. `none` answers the total alone. */
export const FUNNEL_DIMENSIONS = ["none", "campaign", "source", "team", "productLine"] as const;
export const FunnelDimension = z.enum(FUNNEL_DIMENSIONS);
export type FunnelDimension = z.infer<typeof FunnelDimension>;

/** The figures of a step that open records. */
export const FUNNEL_COLUMNS = ["leads", "advanced", "enteredHere", "cameBack", "laterCycles"] as const;
export const FunnelColumn = z.enum(FUNNEL_COLUMNS);
export type FunnelColumn = z.infer<typeof FunnelColumn>;

/** `unknown` chooses the leads that have none: no campaign, no source, nobody's team, no product line. */
const OrUnknown = <Value extends z.ZodType>(value: Value) => z.union([value, z.literal("unknown")]).optional();

/** What a funnel counts. Days are the company's, both included; teams with all teams below. */
export const FunnelChoice = z.object({
  reading: FunnelReading.default("cohort"),
  from: Day,
  to: Day,
  campaignId: OrUnknown(z.uuid()),
  source: z.string().max(200).optional(),
  teamId: OrUnknown(z.uuid()),
  productLineId: OrUnknown(z.uuid()),
});
export type FunnelChoice = z.output<typeof FunnelChoice>;

/** Whose records a figure counts: everybody's, or only those within the viewer's figures. */
export const FiguresOf = z.enum(["everybody", "within_rights"]);
export type FiguresOf = z.infer<typeof FiguresOf>;

export const FunnelStepFigures = z.object({
  step: FunnelStep,
  leads: z.int(),
  advanced: z.int(),
  enteredHere: z.int(),
  cameBack: z.int(),
  /** A column of its own: leads that entered again in a later cycle. */
  laterCycles: z.int(),
  /** `advanced` over the leads of the step before, 0 to 1 and in the flow reading also above; null for the first step and over nothing. */
  conversion: z.number().nullable(),
  /** From the entry into the step it came from; null when nobody came. */
  medianDays: z.number().nullable(),
});
export type FunnelStepFigures = z.infer<typeof FunnelStepFigures>;

export const FunnelGroup = z.object({
  /** `unknown` for the leads that have none. */
  key: z.string(),
  name: z.string().nullable(),
  steps: z.array(FunnelStepFigures),
});
export type FunnelGroup = z.infer<typeof FunnelGroup>;

export const Funnel = z.object({
  figuresOf: FiguresOf,
  /** Visits of the period by browser; absent while no visit was ever collected, and where a source or team is chosen. */
  visitors: z.int().optional(),
  steps: z.array(FunnelStepFigures),
  groups: z.array(FunnelGroup),
});
export type Funnel = z.infer<typeof Funnel>;

export const FunnelRecord = z.object({
  leadId: z.uuid(),
  /** Whose lead it is; null where nobody knows their name. */
  contactName: z.string().nullable(),
  /** The lead's opportunity, the one that is not lost first. */
  opportunityId: z.uuid().nullable(),
  /** When it entered the step. */
  at: z.iso.datetime(),
  stage: z.string(),
  ownerId: z.uuid().nullable(),
  ownerName: z.string().nullable(),
  campaignName: z.string().nullable(),
});
export type FunnelRecord = z.infer<typeof FunnelRecord>;

/** The records behind a figure that the viewer may open, and how many there are that they may not (R-ACC-5). */
const recordsOf = <Row extends z.ZodType>(row: Row) => pageOf(row).extend({ total: z.int(), outsideRights: z.int() });

const ResultPeriod = z.object({ from: Day, to: Day });
const ResultQuery = ResultPeriod.extend({
  reading: FunnelReading.default("cohort"),
  model: AttributionModel.default("w_shaped"),
});

export const CampaignResult = z.object({
  /** Null for what no campaign brought. */
  campaignId: z.uuid().nullable(),
  name: z.string().nullable(),
  type: CampaignType.nullable(),
  status: CampaignStatus.nullable(),
  /** Of the period, by the day it occurred. */
  cost: Amount,
  leads: z.int(),
  mql: z.int(),
  sql: z.int(),
  opportunities: z.int(),
  won: z.int(),
  /** Credited by the model from the deals won in the period. */
  revenue: Amount,
  /** (revenue - cost) / cost; null without a cost, and where the revenue is not everybody's: the cost always is. */
  roi: z.number().nullable(),
  /** Median days from the lead to its opportunity. */
  daysToOpportunity: z.number().nullable(),
});
export type CampaignResult = z.infer<typeof CampaignResult>;

export const CampaignResults = z.object({
  figuresOf: FiguresOf,
  /** Whose deals the revenue is of. Costs are the campaign's whole ones, so only everybody's revenue makes a return. */
  revenueOf: FiguresOf,
  currency: z.string(),
  model: AttributionModel,
  rows: z.array(CampaignResult),
  /** Sums of all rows; the revenue is exactly that of the won deals. */
  total: CampaignResult,
  /** Deals won and costs in other currencies, which no sum here holds. */
  otherCurrencies: z.int(),
});
export type CampaignResults = z.infer<typeof CampaignResults>;

export const ModelResult = z.object({
  model: AttributionModel,
  revenue: Amount,
  roi: z.number().nullable(),
});

export const DealCredit = z.object({
  opportunityId: z.uuid(),
  name: z.string(),
  ownerName: z.string(),
  wonAt: z.iso.datetime(),
  amount: Amount,
  credited: Amount,
});
export type DealCredit = z.infer<typeof DealCredit>;

export const SalesTarget = z.object({
  month: Month,
  teamId: z.uuid().nullable(),
  amount: Amount.nullable(),
  currency: z.string(),
});
export type SalesTarget = z.infer<typeof SalesTarget>;

const NeededStep = z.object({ step: FunnelStep, needed: z.int(), low: z.int(), high: z.int() });

/** From the target back to leads at the rates of the last 365 days: how many are still needed, with the interval they allow. */
export const StillNeeded = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("no_target") }),
  /** The target is of more deals than the viewer's figures count: what is won of it is not known to them. */
  z.object({ kind: z.literal("outside_rights") }),
  z.object({ kind: z.literal("reached"), surplus: Amount }),
  z.object({ kind: z.literal("not_enough"), missing: z.string(), have: z.int(), enough: z.int() }),
  z.object({ kind: z.literal("needed"), gap: Amount, steps: z.array(NeededStep) }),
]);
export type StillNeeded = z.infer<typeof StillNeeded>;

export const TargetProgress = SalesTarget.extend({
  figuresOf: FiguresOf,
  /** Whether `wonAmount` is all that counts for the target, or only what lies within the viewer's figures. */
  wonOf: FiguresOf,
  wonAmount: Amount,
  wonCount: z.int(),
  stillNeeded: StillNeeded,
  mayEdit: z.boolean(),
});
export type TargetProgress = z.infer<typeof TargetProgress>;

export const insights = {
  funnel: endpoint({
    id: "insights.showFunnel",
    method: "GET",
    path: "/insights/funnel",
    summary: "The funnel of a period by the ledger, as cohort or flow, whole and split.",
    query: FunnelChoice.extend({ by: FunnelDimension.default("none") }),
    response: Funnel,
    errors: ["period_backwards", "period_too_long"],
  }),
  funnelRecords: endpoint({
    id: "insights.listFunnelRecords",
    method: "GET",
    path: "/insights/funnel/records",
    summary: "The leads behind one figure of the funnel, and how many are outside the viewer's rights.",
    query: FunnelChoice.extend(PageQuery.shape).extend({ step: FunnelStep, column: FunnelColumn.default("leads") }),
    response: recordsOf(FunnelRecord),
    errors: ["period_backwards", "period_too_long", "cursor_invalid"],
  }),
  campaigns: endpoint({
    id: "insights.showCampaignResults",
    method: "GET",
    path: "/insights/campaigns",
    summary:
      "What each campaign cost and brought in a period: leads to won by first source, revenue by an attribution model.",
    query: ResultQuery,
    response: CampaignResults,
    errors: ["period_backwards", "period_too_long"],
  }),
  campaignModels: endpoint({
    id: "insights.compareModels",
    method: "GET",
    path: "/insights/campaigns/:campaignId/models",
    summary: "One campaign's revenue by every attribution model.",
    params: z.object({ campaignId: z.uuid() }),
    query: ResultPeriod,
    response: z.object({
      figuresOf: FiguresOf,
      currency: z.string(),
      cost: Amount,
      models: z.array(ModelResult).length(ATTRIBUTION_MODELS.length),
    }),
    errors: ["period_backwards", "period_too_long"],
  }),
  credits: endpoint({
    id: "insights.listCredits",
    method: "GET",
    path: "/insights/credits",
    summary: "The won deals behind a campaign's revenue with what each credits to it, the largest first.",
    query: ResultPeriod.extend({
      model: AttributionModel.default("w_shaped"),
      /** `unknown`: what no campaign brought. Left out: every deal with its whole amount. */
      campaignId: OrUnknown(z.uuid()),
    }).extend(PageQuery.shape),
    response: recordsOf(DealCredit),
    errors: ["period_backwards", "period_too_long", "cursor_invalid"],
  }),
  target: endpoint({
    id: "insights.showTarget",
    method: "GET",
    path: "/insights/targets/:month",
    summary: "The sales target of a month, what is won of it, and the leads still needed at measured rates.",
    params: z.object({ month: Month }),
    query: z.object({ teamId: z.uuid().optional() }),
    response: TargetProgress,
  }),
  setTarget: endpoint({
    id: "insights.setTarget",
    method: "PUT",
    path: "/insights/targets/:month",
    summary: "Sets the sales target of a month for the company or a team; null takes it away.",
    params: z.object({ month: Month }),
    body: z.object({ teamId: z.uuid().nullable().default(null), amount: changeOf(Amount.min(0).nullable()) }),
    response: SalesTarget,
    errors: ["changed_meanwhile", "refers_to_missing"],
  }),
};

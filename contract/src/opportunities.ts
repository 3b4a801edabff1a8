import { z } from "zod";
import { ConditionField } from "./condition-fields.ts";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { NewFieldValues, RowValues } from "./fields.ts";
import { CountQuery, ListCount, ListQuery, listOf } from "./list.ts";
import { LOSE_REASONS, OpportunityRole } from "./opportunity-type.ts";
import { OpportunityTypeShown } from "./opportunity-types.ts";
import { pageOf } from "./paging.ts";

const Name = z.string().trim().min(1).max(200);
const Day = z.iso.date();
const Currency = z.string().regex(/^[A-Z]{3}$/);
/** Whole minor units (fen). */
const Amount = z.int().min(0);
const Text = z.string().trim().min(1).max(2000);
const LoseReason = z.enum(LOSE_REASONS);

/** One thing that a stage still asks for. */
export const MissingForStage = z.object({
  stageId: z.uuid(),
  stageName: z.string(),
  kind: z.enum(["field", "evidence"]),
  /** The name of the field or of the evidence. */
  what: z.string(),
});
export type MissingForStage = z.infer<typeof MissingForStage>;

/** Amounts of one currency. `weighted`: each amount times the probability of its stage. */
export const AmountSum = z.object({ currency: z.string(), amount: z.int(), weighted: z.int() });
export type AmountSum = z.infer<typeof AmountSum>;

export const OpportunityRow = z.object({
  id: z.uuid(),
  /** What it has in fields the company added. */
  custom: RowValues,
  name: z.string(),
  typeId: z.uuid(),
  stageId: z.uuid().nullable(),
  stageName: z.string().nullable(),
  probability: z.int().nullable(),
  /** The usual days in the stage, to say "18 days, usually 9". */
  usualDays: z.int().nullable(),
  stageSince: z.iso.datetime(),
  accountId: z.uuid(),
  accountName: z.string(),
  leadId: z.uuid().nullable(),
  productLineId: z.uuid().nullable(),
  productLineName: z.string().nullable(),
  ownerId: z.uuid(),
  ownerName: z.string(),
  /** Not there for viewers who may not read amounts. */
  amount: Amount.nullable().optional(),
  currency: z.string(),
  expectedCloseOn: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: z.string().nullable(),
  openedAt: z.iso.datetime(),
  outcome: z.enum(["won", "lost"]).nullable(),
  closedAt: z.iso.datetime().nullable(),
  loseReason: z.string().nullable(),
  /** The first person of the customer by weight of role. */
  contactId: z.uuid().nullable(),
  contactName: z.string().nullable(),
  mayEdit: z.boolean(),
  mayEditAmount: z.boolean(),
});
export type OpportunityRow = z.infer<typeof OpportunityRow>;

export const OpportunityContact = z.object({
  contactId: z.uuid(),
  name: z.string().nullable(),
  title: z.string().nullable(),
  role: OpportunityRole,
});
export type OpportunityContact = z.infer<typeof OpportunityContact>;

/** One row of the ledger: `opened`, `moved`, `given`, `won`, `lost`. */
export const OpportunityEvent = z.object({
  id: z.uuid(),
  what: z.string(),
  at: z.iso.datetime(),
  fromStageId: z.uuid().nullable(),
  toStageId: z.uuid().nullable(),
  fromOwnerId: z.uuid().nullable(),
  toOwnerId: z.uuid().nullable(),
  byId: z.uuid().nullable(),
  reason: z.string().nullable(),
});
export type OpportunityEvent = z.infer<typeof OpportunityEvent>;

export const Opportunity = OpportunityRow.extend({
  loseNote: z.string().nullable(),
  type: OpportunityTypeShown,
  contacts: z.array(OpportunityContact),
  /** The oldest first. */
  events: z.array(OpportunityEvent),
  /** The stage after this one, with what it still asks for; null at the end and when closed. */
  next: z.object({ stageId: z.uuid(), missing: z.array(MissingForStage) }).nullable(),
  /** Whether the viewer may write activities on it: who may edit it, and who collaborates on it. */
  mayLog: z.boolean(),
  mayGive: z.boolean(),
});
export type Opportunity = z.infer<typeof Opportunity>;

export const BoardColumn = pageOf(OpportunityRow).extend({
  stageId: z.uuid(),
  count: z.int(),
  /** Not there for viewers who may not read amounts. */
  sums: z.array(AmountSum).optional(),
});
export type BoardColumn = z.infer<typeof BoardColumn>;

const opportunityParams = z.object({ opportunityId: z.uuid() });
const contactParams = opportunityParams.extend({ contactId: z.uuid() });

const opening = {
  typeId: z.uuid().optional(),
  name: Name.optional(),
  ownerId: z.uuid().optional(),
  amount: Amount.nullable().default(null),
  currency: Currency.optional(),
  expectedCloseOn: Day.nullable().default(null),
  nextStep: Text.nullable().default(null),
  nextStepOn: Day.nullable().default(null),
};

export const opportunities = {
  list: endpoint({
    id: "opportunities.listOpportunities",
    method: "GET",
    path: "/opportunities",
    summary: "Opportunities within the viewer's rights; sorts: opened, name, amount, expectedClose, stageSince.",
    query: ListQuery,
    response: listOf(OpportunityRow),
    errors: ["filter_invalid", "cursor_invalid"],
  }),
  count: endpoint({
    id: "opportunities.countOpportunities",
    method: "GET",
    path: "/opportunities/count",
    summary: "How many opportunities a list has.",
    query: CountQuery,
    response: ListCount,
    errors: ["filter_invalid"],
  }),
  fields: endpoint({
    id: "opportunities.listOpportunityFields",
    method: "GET",
    path: "/opportunities/fields",
    summary: "The fields that filters of opportunities may speak of.",
    response: z.array(ConditionField),
  }),
  board: endpoint({
    id: "opportunities.showBoard",
    method: "GET",
    path: "/opportunities/board",
    summary: "The running opportunities of a type by stage: counts, sums and the first of each column.",
    query: ListQuery.omit({ cursor: true }).extend({
      typeId: z.uuid(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: z.object({ columns: z.array(BoardColumn), order: z.string() }),
    errors: ["filter_invalid"],
  }),
  boardColumn: endpoint({
    id: "opportunities.showBoardColumn",
    method: "GET",
    path: "/opportunities/board/:stageId",
    summary: "More of one column of the board.",
    params: z.object({ stageId: z.uuid() }),
    query: ListQuery,
    response: listOf(OpportunityRow),
    errors: ["filter_invalid", "cursor_invalid"],
  }),
  show: endpoint({
    id: "opportunities.showOpportunity",
    method: "GET",
    path: "/opportunities/:opportunityId",
    summary: "One opportunity: its people, its way through the stages, and what the next one asks for.",
    params: opportunityParams,
    response: Opportunity,
  }),
  checkMove: endpoint({
    id: "opportunities.checkMove",
    method: "GET",
    path: "/opportunities/:opportunityId/gates/:stageId",
    summary: "What is missing to move an opportunity to a stage, before it is dropped there.",
    params: opportunityParams.extend({ stageId: z.uuid() }),
    response: z.object({ missing: z.array(MissingForStage) }),
    errors: ["opportunity.not_running", "opportunity.unknown_stage", "opportunity.already_there"],
  }),
  create: endpoint({
    id: "opportunities.createOpportunity",
    method: "POST",
    path: "/opportunities",
    summary: "Opens an opportunity with an account, without a lead.",
    body: z.object({
      ...opening,
      accountId: z.uuid(),
      productLineId: z.uuid().nullable().default(null),
      contacts: z
        .array(z.object({ contactId: z.uuid(), role: OpportunityRole.default("participant") }))
        .max(50)
        .default([]),
      custom: NewFieldValues.optional(),
    }),
    response: Opportunity,
    errors: ["opportunity_account_missing", "opportunity_contact_missing", "opportunity_type_missing"],
  }),
  convertLead: endpoint({
    id: "opportunities.convertLead",
    method: "POST",
    path: "/leads/:leadId/conversion",
    summary:
      "Makes a lead an opportunity, confirming the account (R-LEAD-1 row 11); a lead that waits is accepted by it.",
    params: z.object({ leadId: z.uuid() }),
    body: z.object({
      ...opening,
      /** The converter has looked at the account and it is this one. */
      accountConfirmed: z.boolean(),
      /** Another account than the lead's. */
      accountId: z.uuid().optional(),
      /** A company to be found or made by its name, for a lead without an account. */
      company: z
        .object({ name: z.string().trim().min(1).max(200), creditCode: z.string().max(40).nullable().default(null) })
        .optional(),
    }),
    response: Opportunity,
    errors: [
      "lead_wrong_stage",
      "lead_not_the_holder",
      "lead_account_not_confirmed",
      "opportunity_account_missing",
      "opportunity_type_missing",
    ],
  }),
  edit: endpoint({
    id: "opportunities.editOpportunity",
    method: "PATCH",
    path: "/opportunities/:opportunityId",
    summary: "Changes facts of an opportunity.",
    params: opportunityParams,
    body: z.object({
      name: changeOf(Name),
      amount: changeOf(Amount.nullable()),
      expectedCloseOn: changeOf(Day.nullable()),
      nextStep: changeOf(Text.nullable()),
      nextStepOn: changeOf(Day.nullable()),
      productLineId: changeOf(z.uuid().nullable()),
    }),
    response: Opportunity,
    errors: ["changed_meanwhile", "opportunity.amount_missing"],
  }),
  move: endpoint({
    id: "opportunities.moveOpportunity",
    method: "POST",
    path: "/opportunities/:opportunityId/stage",
    summary: "Moves an opportunity to another stage; forward every stage on the way must open its gate.",
    params: opportunityParams,
    body: z.object({ from: z.uuid().nullable(), to: z.uuid() }),
    response: Opportunity,
    errors: ["changed_meanwhile", "opportunity.gate_closed", "opportunity.not_running", "opportunity.unknown_stage"],
  }),
  win: endpoint({
    id: "opportunities.winOpportunity",
    method: "POST",
    path: "/opportunities/:opportunityId/win",
    summary: "Wins an opportunity with its amount.",
    params: opportunityParams,
    body: z.object({ amount: Amount, wonAt: z.iso.datetime().optional() }),
    response: Opportunity,
    errors: ["opportunity.not_running", "opportunity.won_in_future"],
  }),
  lose: endpoint({
    id: "opportunities.loseOpportunity",
    method: "POST",
    path: "/opportunities/:opportunityId/loss",
    summary: "Loses an opportunity and says why; its lead goes back as the standard says (row 15).",
    params: opportunityParams,
    body: z.object({ reason: LoseReason, note: Text.nullable().default(null) }),
    response: Opportunity,
    errors: ["opportunity.not_running"],
  }),
  give: endpoint({
    id: "opportunities.giveOpportunities",
    method: "POST",
    path: "/opportunities/owner",
    summary: "Gives opportunities to another owner; their leads follow.",
    body: z.object({ opportunityIds: z.array(z.uuid()).min(1).max(500), ownerId: z.uuid() }),
    response: z.object({ given: z.int() }),
    errors: ["opportunity_owner_missing"],
  }),
  setContact: endpoint({
    id: "opportunities.setContact",
    method: "PUT",
    path: "/opportunities/:opportunityId/contacts/:contactId",
    summary: "Adds a person of the customer, or changes their role.",
    params: contactParams,
    body: z.object({ role: OpportunityRole }),
    response: Opportunity,
    errors: ["opportunity_contact_missing"],
  }),
  removeContact: endpoint({
    id: "opportunities.removeContact",
    method: "DELETE",
    path: "/opportunities/:opportunityId/contacts/:contactId",
    summary: "Takes a person off an opportunity; their touches are credited no more.",
    params: contactParams,
    response: Opportunity,
  }),
};

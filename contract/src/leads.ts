import { z } from "zod";
import { AssignmentPreview } from "./assignment.ts";
import { ConditionField } from "./condition-fields.ts";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { LeadAnswers, LeadIds, LeadNote } from "./lead-answers.ts";
import { LeadClock, LeadRow, LifelineEntry, TodayLead } from "./lead-row.ts";
import { CountQuery, ListCount, ListQuery, listOf } from "./list.ts";
import { RejectReason } from "./lead-standard.ts";
import { RuleGroup } from "./conditions.ts";
import { Sentence } from "./sentence.ts";

/** An assignment as the record shows it: who was asked, why, and how it ended. */
export const LeadAssignment = z.object({
  id: z.uuid(),
  ownerId: z.uuid(),
  ownerName: z.string(),
  cycle: z.int(),
  /** Why this rep. */
  explanation: Sentence.nullable(),
  clock: LeadClock,
  reason: z.string().nullable(),
  note: z.string().nullable(),
});

/** A lead's page. */
export const Lead = LeadRow.extend({
  note: z.string().nullable(),
  mergedIntoId: z.uuid().nullable(),
  lifeline: z.array(LifelineEntry),
  assignments: z.array(LeadAssignment),
  may: z.object({ edit: z.boolean(), assign: z.boolean(), answer: z.boolean(), claim: z.boolean() }),
});
export type Lead = z.infer<typeof Lead>;

/** What one person has in hand: open leads, those among them that wait for an answer, and those whose clock is past. */
export const OwnerLoad = z.object({
  ownerId: z.uuid(),
  ownerName: z.string(),
  open: z.int(),
  waiting: z.int(),
  late: z.int(),
});
export type OwnerLoad = z.infer<typeof OwnerLoad>;

/** How much of each kind a person owns. A campaign counts whose next step is theirs, too. */
export const HandOverPreview = z.object({
  leads: z.int(),
  opportunities: z.int(),
  contacts: z.int(),
  accounts: z.int(),
  campaigns: z.int(),
  /** What they were given on accounts and opportunities of others. */
  rights: z.int(),
});
export type HandOverPreview = z.infer<typeof HandOverPreview>;

export const LeadChoice = z.union([
  z.object({ leadIds: LeadIds }),
  /** All that the list shows for this filter and search. */
  z.object({ filter: RuleGroup, search: z.string().max(200).default("") }),
]);

const leadParams = z.object({ leadId: z.uuid() });

const REFUSED = ["lead_wrong_stage", "lead_not_the_holder", "lead_already_theirs", "lead_already_taken"] as const;

const answers = <Body extends z.ZodType>(id: string, path: string, summary: string, body: Body) =>
  endpoint({
    id: `leads.${id}`,
    method: "POST",
    path: `/leads/${path}`,
    summary,
    body,
    response: LeadAnswers,
    errors: REFUSED,
  });

export const leads = {
  list: endpoint({
    id: "leads.listLeads",
    method: "GET",
    path: "/leads",
    summary: "Leads within the viewer's rights.",
    query: ListQuery,
    response: listOf(LeadRow),
    errors: ["filter_invalid", "cursor_invalid"],
  }),
  count: endpoint({
    id: "leads.countLeads",
    method: "GET",
    path: "/leads/count",
    summary: "How many leads a list has.",
    query: CountQuery,
    response: ListCount,
    errors: ["filter_invalid"],
  }),
  fields: endpoint({
    id: "leads.listLeadFields",
    method: "GET",
    path: "/leads/fields",
    summary: "The fields that filters of leads may speak of.",
    response: z.array(ConditionField),
  }),
  today: endpoint({
    id: "leads.today",
    method: "GET",
    path: "/leads/today",
    summary: "The leads that wait for the viewer's answer, the least time left first.",
    response: z.object({ now: z.iso.datetime(), leads: z.array(TodayLead) }),
  }),
  teamLoad: endpoint({
    id: "leads.showTeamLoad",
    method: "GET",
    path: "/leads/team-load",
    summary: "What everybody whose leads the viewer may give on has in hand, the latest with answers first.",
    response: z.array(OwnerLoad),
  }),
  show: endpoint({
    id: "leads.showLead",
    method: "GET",
    path: "/leads/:leadId",
    summary: "One lead with its life so far.",
    params: leadParams,
    response: Lead,
  }),
  edit: endpoint({
    id: "leads.editLead",
    method: "PATCH",
    path: "/leads/:leadId",
    summary: "Changes facts of a lead; each change tells the value it replaces.",
    params: leadParams,
    body: z.object({
      productLineId: changeOf(z.uuid().nullable()),
      campaignId: changeOf(z.uuid().nullable()),
      source: changeOf(z.string().trim().min(1).max(200).nullable()),
      note: changeOf(z.string().trim().max(10_000).nullable()),
    }),
    response: Lead,
    errors: ["changed_meanwhile", "lead_open_lead_exists"],
  }),
  rejectReasons: endpoint({
    id: "leads.listRejectReasons",
    method: "GET",
    path: "/leads/reject-reasons",
    summary: "The reasons of the standard in force, for rejecting, giving back and disqualifying.",
    response: z.array(RejectReason),
  }),
  accept: answers("acceptLeads", "acceptances", "The asked rep takes leads (row 7).", z.object({ leadIds: LeadIds })),
  decline: answers(
    "declineLeads",
    "declines",
    "The rep rejects leads he was asked (rows 8–8c) or gives back those he took (row 12).",
    z.object({
      leadIds: LeadIds,
      reason: z.string().min(1).max(64),
      note: LeadNote,
      /** The contact it is the double of, with a reason that opens a review of duplicates. */
      otherRecordId: z.uuid().nullable().default(null),
    }),
  ),
  assign: endpoint({
    id: "leads.assignLeads",
    method: "POST",
    path: "/leads/assignments",
    summary: "Gives leads to a rep (row 10), named or all that a filter chooses; many run in the background.",
    body: z.object({ choice: LeadChoice, toId: z.uuid(), note: LeadNote }),
    response: LeadAnswers.extend({ longOperationId: z.uuid().nullable() }),
    errors: REFUSED,
  }),
  previewAssignment: endpoint({
    id: "leads.previewAssignment",
    method: "POST",
    path: "/leads/assignment-previews",
    summary: "What giving leads to a rep would do: how many go, from whom, how many stay and why.",
    body: z.object({ choice: LeadChoice, toId: z.uuid() }),
    response: AssignmentPreview,
    errors: ["filter_invalid"],
  }),
  take: answers("takeLeads", "takes", "An SDR takes leads of the pool (row 3).", z.object({ leadIds: LeadIds })),
  putBack: answers(
    "putBackLeads",
    "returns",
    "An SDR puts leads back into the pool (row 3).",
    z.object({ leadIds: LeadIds }),
  ),
  passOn: answers(
    "passOnLeads",
    "pass-ons",
    "An SDR passes leads on, to be routed or to a rep he names (row 4).",
    z.object({ leadIds: LeadIds, repId: z.uuid().nullable().default(null), note: LeadNote }),
  ),
  park: answers(
    "parkLeads",
    "parkings",
    "An SDR parks leads in nurture until a date (row 5).",
    z.object({ leadIds: LeadIds, until: z.iso.datetime(), note: LeadNote }),
  ),
  disqualify: answers(
    "disqualifyLeads",
    "disqualifications",
    "Takes leads out with a reason (row 17).",
    z.object({ leadIds: LeadIds, reason: z.string().min(1).max(64), note: LeadNote }),
  ),
  claim: answers(
    "claimLeads",
    "claims",
    "A rep claims leads of the public pool (row 13a).",
    z.object({ leadIds: LeadIds }),
  ),
  previewHandOver: endpoint({
    id: "leads.previewHandOver",
    method: "GET",
    path: "/people/:personId/holdings",
    summary: "How much somebody owns that the viewer may give on, before they leave.",
    params: z.object({ personId: z.uuid() }),
    response: HandOverPreview,
  }),
  handOver: endpoint({
    id: "leads.handOverLeads",
    method: "POST",
    path: "/leads/hand-overs",
    summary: "Hands over everything a person who leaves owns (R-ACC-7); runs in the background.",
    body: z.object({ fromId: z.uuid(), toId: z.uuid() }),
    response: z.object({ longOperationId: z.uuid() }),
    errors: ["hand_over_to_oneself", "person_not_active"],
  }),
};

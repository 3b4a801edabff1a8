import { z } from "zod";
import { ConditionField } from "./condition-fields.ts";
import { RuleGroup } from "./conditions.ts";
import { DraftProblem } from "./draft-problem.ts";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { AssignmentOutcome } from "./lead-row.ts";
import { Pool } from "./lead-stages.ts";
import { PageQuery, pageOf } from "./paging.ts";
import { RoutingRule, RoutingTarget } from "./routing-rule.ts";
import { Sentence } from "./sentence.ts";

const { name, enabled, maxInHand, maxPerDay, otherwise } = RoutingRule.shape;
const ruleParams = z.object({ ruleId: z.uuid() });

/** One lead that a rule decided about: where it went, why, and what became of it there. */
export const RoutingDecision = z.object({
  id: z.uuid(),
  leadId: z.uuid(),
  /** Null for 未具名. */
  contactName: z.string().nullable(),
  accountName: z.string().nullable(),
  at: z.iso.datetime(),
  /** Who was asked; null when it went to a pool. */
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  pool: Pool.nullable(),
  because: Sentence.nullable(),
  /** How the asking ended; null while it waits, and for pools. */
  outcome: AssignmentOutcome.nullable(),
  reason: z.string().nullable(),
});
export type RoutingDecision = z.infer<typeof RoutingDecision>;

/** How often a rule fired in the last 90 days, and how those leads did. */
export const RuleRecord = z.object({
  fired: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  won: z.int(),
});

/** A rule as its page shows it; a rule with an error is passed over. */
export const RoutingRuleRow = RoutingRule.extend({ record: RuleRecord, problems: z.array(DraftProblem) });
export type RoutingRuleRow = z.infer<typeof RoutingRuleRow>;

/** Somebody whom rules may ask. `hasRow` false: nothing was set, the role decides. */
export const RoutingMemberRow = z.object({
  personId: z.uuid(),
  personName: z.string(),
  takesLeads: z.boolean(),
  capacity: z.int().nullable(),
  inHand: z.int(),
});
export type RoutingMemberRow = z.infer<typeof RoutingMemberRow>;

/** A rule that is tried out before it is saved. */
export const TriedRule = z.object({
  name,
  conditions: RuleGroup,
  target: RoutingTarget,
  maxInHand: maxInHand.default(null),
  maxPerDay: maxPerDay.default(null),
  otherwise: otherwise.default("next_rule"),
});

/** Where a lead goes by rules: a person, a pool, or people who decide. */
const Destination = z.object({ kind: z.enum(["rep", "sdr", "nurture", "nobody"]), personId: z.uuid().nullable() });

/** What other rules would have done with the leads of the last days. */
export const RoutingTrial = z.object({
  leads: z.int(),
  changed: z.int(),
  /** Leads that wait for people by the present rules, and by the tried ones. */
  nobodyPresent: z.int(),
  nobodyTried: z.int(),
  people: z.array(z.object({ personId: z.uuid(), present: z.int(), tried: z.int() })),
  examples: z.array(z.object({ leadId: z.uuid(), present: Destination, tried: Destination })),
});
export type RoutingTrial = z.infer<typeof RoutingTrial>;

export const routing = {
  list: endpoint({
    id: "routing.listRoutingRules",
    method: "GET",
    path: "/routing-rules",
    summary: "The routing rules in their order, with how often each fired and how those leads did.",
    response: z.array(RoutingRuleRow),
  }),
  fields: endpoint({
    id: "routing.listRoutingFields",
    method: "GET",
    path: "/routing-fields",
    summary: "The fields that routing rules may ask about.",
    response: z.array(ConditionField),
  }),
  create: endpoint({
    id: "routing.createRoutingRule",
    method: "POST",
    path: "/routing-rules",
    summary: "Adds a rule, last before the fallback.",
    body: TriedRule.extend({ fallback: z.boolean().default(false) }),
    response: z.array(RoutingRuleRow),
    errors: ["rule_has_errors", "fallback_exists"],
  }),
  edit: endpoint({
    id: "routing.editRoutingRule",
    method: "PATCH",
    path: "/routing-rules/:ruleId",
    summary: "Edits a rule, or switches it on and off. It decides about leads from now on.",
    params: ruleParams,
    body: z.object({
      name: changeOf(name),
      enabled: changeOf(enabled),
      conditions: changeOf(RuleGroup),
      target: changeOf(RoutingTarget),
      maxInHand: changeOf(maxInHand),
      maxPerDay: changeOf(maxPerDay),
      otherwise: changeOf(otherwise),
    }),
    response: z.array(RoutingRuleRow),
    errors: ["rule_has_errors", "changed_meanwhile"],
  }),
  move: endpoint({
    id: "routing.moveRoutingRule",
    method: "POST",
    path: "/routing-rules/:ruleId/move",
    summary: "Puts a rule before another; null puts it last before the fallback.",
    params: ruleParams,
    body: z.object({ beforeId: z.uuid().nullable() }),
    response: z.array(RoutingRuleRow),
    errors: ["fallback_stays_last"],
  }),
  remove: endpoint({
    id: "routing.removeRoutingRule",
    method: "DELETE",
    path: "/routing-rules/:ruleId",
    summary: "Removes a rule; what it decided stays.",
    params: ruleParams,
    response: z.array(RoutingRuleRow),
  }),
  decisions: endpoint({
    id: "routing.listRoutingDecisions",
    method: "GET",
    path: "/routing-rules/:ruleId/decisions",
    summary: "The leads that a rule decided about in the last 90 days, the latest first, as far as one may open them.",
    params: ruleParams,
    query: PageQuery,
    /** `outside`: decisions about leads outside the viewer's rights. */
    response: pageOf(RoutingDecision).extend({ outside: z.int() }),
    errors: ["cursor_invalid"],
  }),
  members: endpoint({
    id: "routing.listRoutingMembers",
    method: "GET",
    path: "/routing-members",
    summary: "Who takes leads from the rules, how many at most, and how many they have in hand.",
    response: z.array(RoutingMemberRow),
  }),
  setMember: endpoint({
    id: "routing.setRoutingMember",
    method: "PUT",
    path: "/routing-members/:personId",
    summary: "Says whether somebody takes leads from the rules, and how many at most.",
    params: z.object({ personId: z.uuid() }),
    body: z.object({ takesLeads: z.boolean(), capacity: z.int().min(0).max(10_000).nullable() }),
    response: RoutingMemberRow,
  }),
  tryOut: endpoint({
    id: "routing.tryRoutingRules",
    method: "POST",
    path: "/routing-trials",
    summary: "Shares out the leads of the last days anew by the present rules and by others; writes nothing.",
    body: z.object({ rules: z.array(TriedRule).max(200), days: z.int().min(1).max(365).default(90) }),
    response: RoutingTrial,
    errors: ["rule_has_errors"],
  }),
};

import type { RoutingTrial } from "@tongzhou/contract/routing";
import type { RoutingRule } from "@tongzhou/contract/routing-rule";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { shareOut } from "./domain/share-out.ts";
import type { ShareDecision } from "./domain/share-problem.ts";
import { poseProblem } from "./pose-problem.ts";
import { findRoutedLeads } from "./queries/arriving-leads.ts";
import { findRules } from "./queries/rule-rows.ts";
import { refuseWrongRule } from "./refuse-wrong-rule.ts";

/** The newest leads of the days that are tried; enough to see a difference, quick enough to wait for. */
const MAX_TRIED_LEADS = 5000;
const MAX_EXAMPLES = 20;
const DAY_MS = 86_400_000;

/**
 * Shares out the leads of the last days twice, by the present rules and by others, both from nothing: without what people
 * have in hand and without limits, whose leads would have been answered long since. Writes nothing.
 * @throws Refused `rule_has_errors`.
 */
export async function tryRules(
  context: Pick<ReadContext, "tx" | "now">,
  asked: readonly Omit<RoutingRule, "id" | "position" | "enabled" | "fallback">[],
  days: number,
  newId: () => string,
): Promise<RoutingTrial> {
  const rules = asked.map((rule, position): RoutingRule => ({
    ...rule,
    id: newId(),
    position,
    enabled: true,
    fallback: false,
  }));
  await refuseWrongRule(context, rules);
  const since = new Date(context.now.getTime() - days * DAY_MS);
  const leadIds = await findRoutedLeads(context, since, MAX_TRIED_LEADS);
  const byPresent = await decide(context, await findRules(context), leadIds);
  const byTried = await decide(context, rules, leadIds);
  const pairs = leadIds.flatMap((leadId) => {
    const [present, other] = [byPresent.get(leadId), byTried.get(leadId)];
    return present && other ? [{ leadId, present, tried: other }] : [];
  });
  const changed = pairs.filter((pair) => !isSame(pair.present, pair.tried));
  return {
    leads: pairs.length,
    changed: changed.length,
    nobodyPresent: pairs.filter(({ present }) => present.kind === "nobody").length,
    nobodyTried: pairs.filter((pair) => pair.tried.kind === "nobody").length,
    people: countPeople(pairs),
    examples: changed.slice(0, MAX_EXAMPLES),
  };
}

type Destination = RoutingTrial["examples"][number]["present"];

async function decide(
  context: Pick<ReadContext, "tx" | "now">,
  rules: readonly RoutingRule[],
  leadIds: readonly string[],
): Promise<Map<string, Destination>> {
  const unlimited = rules.map((rule) => ({ ...rule, maxInHand: null, maxPerDay: null }));
  const problem = await poseProblem(context, unlimited, { leadIds, which: "any", fromNothing: true });
  // A past lead is asked about as when it arrived: nobody had had it, no SDR had passed it on.
  const leads = problem.leads.map((lead) => ({ ...lead, passedOnBySdr: false, notTo: [] }));
  return new Map(shareOut({ ...problem, leads }).map(({ leadId, to }) => [leadId, destinationOf(to)]));
}

const destinationOf = (to: ShareDecision["to"]): Destination => ({
  kind: to.kind,
  personId: to.kind === "rep" ? to.repId : null,
});

const isSame = (a: Destination, b: Destination): boolean => a.kind === b.kind && a.personId === b.personId;

function countPeople(pairs: readonly { present: Destination; tried: Destination }[]): RoutingTrial["people"] {
  const counts = new Map<string, { present: number; tried: number }>();
  const count = ({ personId }: Destination, side: "present" | "tried"): void => {
    if (personId === null) return;
    const known = counts.get(personId) ?? { present: 0, tried: 0 };
    known[side] += 1;
    counts.set(personId, known);
  };
  for (const { present, tried } of pairs) {
    count(present, "present");
    count(tried, "tried");
  }
  return [...counts].map(([personId, both]) => ({ personId, ...both })).toSorted((a, b) => b.tried - a.tried);
}

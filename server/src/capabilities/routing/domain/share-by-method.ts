import type { Sentence } from "@tongzhou/contract/sentence";
import { createLine } from "./create-line.ts";
import type { LineKey } from "./create-line.ts";
import type { ClosingRecord, ShareRule } from "./share-problem.ts";
import type { Standing } from "./standing.ts";

/** Fewer decided deals than these say nothing about how somebody closes: until then he is asked by turns. */
export const ENOUGH_DEALS = 20;

/** Who a rule asks for the next lead, and the sentence that says why him. */
export interface Choice {
  readonly standing: Standing;
  readonly because: Sentence;
}

/** How a rule shares its leads: `choose` answers null when nobody can take one; `told` keeps count of who got leads. */
export interface Sharing {
  readonly people: number;
  choose(notTo: ReadonlySet<string>): Choice | null;
  told(standing: Standing): void;
}

/** Whoever is on duty goes before whoever is not. */
const dutyOf = ({ member }: Standing): number => (member.presence === "on_duty" ? 0 : 1);

/**
 * The sharing of a rule over the people of its target (R-ROUTE-1), who are not away. A user is a team of one.
 * `round_robin`: waited longest. `weighted`: the smallest (turns + 1) / weight, so turns keep to the weights (highest
 * averages, D'Hondt). `least_loaded`: fewest in hand. Ties go to who waited longest. `best_closer`: see `shareToClosers`.
 */
export function shareByMethod(rule: ShareRule, people: readonly Standing[]): Sharing {
  const { target } = rule;
  if (target.kind !== "team") return oneLine(rule, people, "routed.user", ({ waiting }) => [waiting]);
  switch (target.method) {
    case "round_robin":
      return oneLine(
        rule,
        people,
        "routed.round_robin",
        ({ waiting }) => [waiting],
        ({ waitedSince }) => ({ waitedSince }),
      );
    case "least_loaded":
      return oneLine(
        rule,
        people,
        "routed.least_loaded",
        ({ inHand, waiting }) => [inHand, waiting],
        ({ inHand }) => ({ inHand }),
      );
    case "weighted": {
      const weightOf = ({ member }: Standing): number => target.weights[member.personId] ?? 1;
      return oneLine(
        rule,
        people.filter((one) => weightOf(one) > 0),
        "routed.weighted",
        (one) => [(one.turns + 1) / weightOf(one), one.waiting],
        (one) => ({ turns: one.turns, weight: weightOf(one) }),
      );
    }
    case "best_closer":
      return shareToClosers(rule, people);
  }
}

function oneLine(
  rule: ShareRule,
  people: readonly Standing[],
  code: string,
  keyOf: (standing: Standing) => LineKey,
  evidence: (standing: Standing) => Sentence["params"] = () => ({}),
): Sharing {
  const line = createLine(people, rule, (one) => [dutyOf(one), ...keyOf(one)]);
  return {
    people: people.length,
    choose(notTo) {
      const standing = line.first(notTo);
      if (standing === null) return null;
      const params = { rule: rule.name, repId: standing.member.personId, ...evidence(standing) };
      return { standing, because: { code, params } };
    },
    told: () => undefined,
  };
}

/**
 * Best closer: of those with enough decided deals in this segment the one with the highest rate. Those without get their
 * even share by turns until there is evidence: the two groups get leads in proportion to their heads. When nobody has
 * enough, that is plain round robin.
 */
function shareToClosers(rule: ShareRule, people: readonly Standing[]): Sharing {
  const recordOf = ({ member }: Standing): ClosingRecord => rule.records.get(member.personId) ?? { won: 0, decided: 0 };
  const proven = new Set(people.filter((one) => recordOf(one).decided >= ENOUGH_DEALS));
  const unproven = new Set(people.filter((one) => !proven.has(one)));
  const rateOf = (one: Standing): number => recordOf(one).won / recordOf(one).decided;
  const closers = createLine([...proven], rule, (one) => [dutyOf(one), -rateOf(one), one.waiting]);
  const newcomers = createLine([...unproven], rule, (one) => [dutyOf(one), one.waiting]);
  const sumOfTurns = (group: Iterable<Standing>): number => [...group].reduce((sum, { turns }) => sum + turns, 0);
  let closersGot = sumOfTurns(proven);
  let newcomersGot = sumOfTurns(unproven);

  function newcomerIsDue(closer: Standing, newcomer: Standing): boolean {
    const duty = dutyOf(newcomer) - dutyOf(closer);
    return duty === 0 ? (newcomersGot + 1) * proven.size <= (closersGot + 1) * unproven.size : duty < 0;
  }

  return {
    people: people.length,
    choose(notTo) {
      const closer = closers.first(notTo);
      const newcomer = newcomers.first(notTo);
      const standing = closer === null || (newcomer !== null && newcomerIsDue(closer, newcomer)) ? newcomer : closer;
      if (standing === null) return null;
      const params = { rule: rule.name, repId: standing.member.personId, ...recordOf(standing) };
      const because: Sentence = proven.has(standing)
        ? { code: "routed.best_closer", params }
        : { code: "routed.gathering_evidence", params: { ...params, enough: ENOUGH_DEALS } };
      return { standing, because };
    },
    told(standing) {
      if (proven.has(standing)) closersGot += 1;
      else if (unproven.has(standing)) newcomersGot += 1;
    },
  };
}

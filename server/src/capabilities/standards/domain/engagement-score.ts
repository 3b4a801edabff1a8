import type { EngagementRule } from "@tongzhou/contract/lead-standard";

export const DAY_MS = 86_400_000;
const TENTHS = 10;

/** What scoring needs to know of a rule. */
export type ScoringRule = Pick<EngagementRule, "id" | "points" | "halfLifeDays" | "cap">;

/** A touch that meets a rule. A touch may meet several rules and is then listed once for each. */
export interface RuleTouch {
  readonly ruleId: string;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
}

/**
 * One rule's line of the breakdown, in tenths of a point: `gross` is what its touches would count if all were of this
 * moment; `gross - decayed - capCut = tenths`, exactly.
 */
export interface EngagementLine {
  readonly ruleId: string;
  readonly touches: number;
  readonly gross: number;
  readonly decayed: number;
  readonly capCut: number;
  readonly tenths: number;
  readonly latestAt: number;
}

export interface EngagementScore {
  /** The sum of the lines, in tenths of a point. */
  readonly tenths: number;
  /** In the order of the rules; rules without a touch are left out. */
  readonly lines: readonly EngagementLine[];
  /** The earliest moment at which a touch steps down or begins to count; null when nothing will change any more. */
  readonly nextChangeAt: number | null;
}

/**
 * The engagement score of R-SCORE-2 at an instant. All integer, so the order of the touches does not matter. A touch of the
 * future counts nothing until it happens. Throws for a touch of a rule that is not listed.
 *
 * The same in SQL, for touches `t` joined to the rules `r` they meet, where `t.occurred_at <= :at`:
 *
 *     k      case when r.half_life_days is null then 0
 *            else least(31, floor(extract(epoch from :at - t.occurred_at) / (r.half_life_days * 86400)))::int end
 *     worth  case when r.points >= 0 then (r.points * 10) >> k else -((-r.points * 10) >> k) end
 *     line   case when r.cap is null then sum(worth) else greatest(-r.cap * 10, least(r.cap * 10, sum(worth))) end
 *     score  sum(line) over the rules
 *     next_change_at
 *            min(t.occurred_at + make_interval(secs => (k + 1) * r.half_life_days * 86400))
 *              filter (where worth <> 0 and r.half_life_days is not null)
 *
 * and the `min(t.occurred_at)` of the touches after `:at`. (`>> 31` of a positive int4 is 0; intervals in seconds, because
 * days depend on the session's time zone.)
 */
export function engagementScore(
  rules: readonly ScoringRule[],
  touches: readonly RuleTouch[],
  at: number,
): EngagementScore {
  const byRule = new Map<string, number[]>(rules.map(({ id }) => [id, []]));
  for (const { ruleId, occurredAt } of touches) {
    const moments = byRule.get(ruleId);
    if (moments === undefined) throw new RangeError(`no rule ${ruleId} to score a touch by`);
    moments.push(occurredAt);
  }
  const lines: EngagementLine[] = [];
  let nextChangeAt: number | null = null;
  for (const rule of rules) {
    const moments = byRule.get(rule.id) ?? [];
    const happened = moments.filter((moment) => moment <= at);
    for (const moment of moments) nextChangeAt = earlier(nextChangeAt, nextStep(rule, moment, at));
    if (happened.length > 0) lines.push(lineOf(rule, happened, at));
  }
  return { tenths: lines.reduce((sum, { tenths }) => sum + tenths, 0), lines, nextChangeAt };
}

/**
 * What one touch counts at an instant, in tenths: ⌊P·10 / 2^k⌋ for P ≥ 0, rounded towards zero below, where k is the number
 * of whole half-lives since it happened.
 */
export function touchWorth(rule: ScoringRule, occurredAt: number, at: number): number {
  if (occurredAt > at) return 0;
  const halved = Math.floor((Math.abs(rule.points) * TENTHS) / 2 ** halfLivesPassed(rule, occurredAt, at));
  return rule.points < 0 ? 0 - halved : halved;
}

function halfLivesPassed(rule: ScoringRule, occurredAt: number, at: number): number {
  return rule.halfLifeDays === null ? 0 : Math.floor((at - occurredAt) / (rule.halfLifeDays * DAY_MS));
}

function nextStep(rule: ScoringRule, occurredAt: number, at: number): number | null {
  if (occurredAt > at) return occurredAt;
  if (rule.halfLifeDays === null || touchWorth(rule, occurredAt, at) === 0) return null;
  return occurredAt + (halfLivesPassed(rule, occurredAt, at) + 1) * rule.halfLifeDays * DAY_MS;
}

function lineOf(rule: ScoringRule, moments: readonly number[], at: number): EngagementLine {
  const gross = moments.length * rule.points * TENTHS;
  const worth = moments.reduce((sum, moment) => sum + touchWorth(rule, moment, at), 0);
  const limit = rule.cap === null ? Number.POSITIVE_INFINITY : rule.cap * TENTHS;
  const tenths = Math.max(-limit, Math.min(limit, worth));
  const latestAt = moments.reduce((latest, moment) => Math.max(latest, moment));
  return {
    ruleId: rule.id,
    touches: moments.length,
    gross,
    decayed: gross - worth,
    capCut: worth - tenths,
    tenths,
    latestAt,
  };
}

const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

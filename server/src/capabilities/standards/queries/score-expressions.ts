import { FIT_GRADES } from "@tongzhou/contract/lead-standard";
import type { EngagementRule, LeadStandard } from "@tongzhou/contract/lead-standard";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { DAY_MS } from "../domain/engagement-score.ts";

const TENTHS = 10;
/** `>> 31` of any positive int4 is 0, and a larger shift would wrap around. */
const MOST_HALVINGS = 31;

/** Whether a touch is of the rule's kind and meets its condition. */
export function touchMeets(
  kind: EngagementRule["touchKind"],
  condition: RawBuilder<boolean> | undefined,
): RawBuilder<boolean> {
  const met = condition ?? sql<boolean>`true`;
  return kind === null ? met : sql<boolean>`(touch.kind = ${kind} and ${met})`;
}

/** The points of the fit rules that are met, each once. */
export function fitPoints(rules: LeadStandard["fitRules"], fits: readonly RawBuilder<boolean>[]): RawBuilder<number> {
  if (rules.length === 0) return sql`0`;
  const points = rules.map(
    (rule, index) => sql`case when ${fits[index] ?? sql`false`} then ${rule.points}::int else 0 end`,
  );
  return sql`(${sql.join(points, sql` + `)})`;
}

/**
 * The engagement rules as rows beside a touch: number, whether it is met, points and cap in tenths, half-life in
 * milliseconds (null: never decays).
 */
export function ruleRows(
  rules: LeadStandard["engagementRules"],
  meets: readonly RawBuilder<boolean>[],
): RawBuilder<unknown> {
  const rows = rules.map(
    ({ points, halfLifeDays, cap }, index) =>
      sql`(${index}::int, ${meets[index] ?? sql`false`}, ${points * TENTHS}::int, ${
        halfLifeDays === null ? null : halfLifeDays * DAY_MS
      }::bigint, ${cap === null ? null : cap * TENTHS}::bigint)`,
  );
  return rows.length === 0
    ? sql`(select 0, false, 0, null::bigint, null::bigint where false)`
    : sql`(values ${sql.join(rows)})`;
}

/** Whole half-lives passed since the touch; the division of milliseconds is exact. */
export const halvings = (at: Date): RawBuilder<number> => sql`
  case
    when rule.half_life is null then 0
    else least(${MOST_HALVINGS}, (extract(epoch from ${at.toISOString()}::timestamptz - touch.at) * 1000)::bigint / rule.half_life)::int
  end`;

/** The grades of both scores by the borders, which belong to the better grade (domain `grade`). */
export function gradeExpressions(standard: Pick<LeadStandard, "fitBorders" | "engagementBorders">): {
  readonly fit: RawBuilder<string>;
  readonly engagement: RawBuilder<number>;
} {
  const { fitBorders, engagementBorders } = standard;
  const fits = FIT_GRADES.filter((one) => one !== "D").map(
    (one) => sql`when fit >= ${fitBorders[one]}::int then ${one}`,
  );
  const heats = ([1, 2, 3] as const).map(
    (one) => sql`when engagement >= ${engagementBorders[one] * TENTHS}::int then ${one}::int`,
  );
  return {
    fit: sql`case ${sql.join(fits, sql` `)} else 'D' end`,
    engagement: sql`case ${sql.join(heats, sql` `)} else 4 end`,
  };
}

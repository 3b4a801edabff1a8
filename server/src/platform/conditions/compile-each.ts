import type { ConditionProblem } from "@tongzhou/contract/condition-problems";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { OrProblems } from "./checked-conditions.ts";
import { compileConditions } from "./compile-conditions.ts";
import type { ConditionContext } from "./condition-context.ts";

export interface CompiledEach {
  /** One for each condition, in order: true or false, never null. */
  readonly columns: readonly RawBuilder<boolean>[];
  /** All of them as one `boolean[]` column, for a statement that judges many records by many conditions at once. */
  readonly matched: RawBuilder<boolean[]>;
  readonly objects: ReadonlySet<string>;
}

/**
 * Compiles many conditions (score rules, routing rules) into a select list. The paths of problems begin with the index of the
 * condition: `/3/rules/0/value`.
 */
export function compileEach(groups: readonly RuleGroup[], context: ConditionContext): OrProblems<CompiledEach> {
  const problems: ConditionProblem[] = [];
  const columns: RawBuilder<boolean>[] = [];
  const objects = new Set<string>();
  for (const [index, group] of groups.entries()) {
    const compiled = compileConditions(group, context);
    if (!compiled.ok) {
      problems.push(...compiled.problems.map((problem) => ({ ...problem, path: `/${index}${problem.path}` })));
      continue;
    }
    columns.push(asBoolean(compiled.sql));
    compiled.objects.forEach((object) => objects.add(object));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, columns, matched: asArray(columns), objects };
}

/** A predicate as a value: what `where` would not choose is false. */
export function asBoolean(predicate: RawBuilder<boolean>): RawBuilder<boolean> {
  return sql`((${predicate}) is true)`;
}

/** Values as one array column; PostgreSQL must be told the type of an empty one. */
export function asArray(columns: readonly RawBuilder<boolean>[]): RawBuilder<boolean[]> {
  return columns.length === 0 ? sql`'{}'::boolean[]` : sql`array[${sql.join(columns)}]`;
}

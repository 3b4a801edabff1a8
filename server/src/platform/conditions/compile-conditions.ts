import { NEGATIVE_OPERATORS } from "@tongzhou/contract/condition-operators";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { checkConditions } from "./check-conditions.ts";
import type { CheckedGroup, CheckedRule, OrProblems } from "./checked-conditions.ts";
import type { ConditionContext } from "./condition-context.ts";
import { datePredicate } from "./date-predicate.ts";
import { booleanPredicate, enumPredicate, manyPredicate, regionPredicate, userPredicate } from "./key-predicate.ts";
import { moneyPredicate, numberPredicate } from "./number-predicate.ts";
import { relatedPredicate } from "./related-predicate.ts";
import { textPredicate } from "./text-predicate.ts";

type Predicate = RawBuilder<boolean>;

export interface CompiledConditions {
  /** For `where`: true for exactly the records that meet the condition, false or null for the others. */
  readonly sql: Predicate;
  /** The objects it speaks of; the statement must have each under its alias (a left join where the row may be missing). */
  readonly objects: ReadonlySet<string>;
}

/**
 * Compiles a condition to parameterised SQL, or names everything that is wrong with it.
 *
 * Conditions are two-valued: a comparison with something missing is false, and `not` of it is true. SQL's null is let pass
 * where that makes no difference (under `and` and `or`, a null in `where` chooses the same rows as false, and a bare
 * comparison can use an index) and is ended by `is not true` right where something is turned around.
 */
export function compileConditions(group: RuleGroup, context: ConditionContext): OrProblems<CompiledConditions> {
  const checked = checkConditions(group, context);
  return checked.ok ? { ok: true, ...compileChecked(checked.group, context) } : checked;
}

/** The same for a condition that has been checked, or for a single rule of it. */
export function compileChecked(part: CheckedGroup | CheckedRule, context: ConditionContext): CompiledConditions {
  const compiler = new Compiler(context);
  return { sql: compiler.part(part), objects: compiler.objects };
}

class Compiler {
  readonly objects = new Set<string>();
  readonly #context: ConditionContext;
  /** Related rows met so far: each gets an alias of its own, so that an inner one never hides an outer one. */
  #related = 0;

  constructor(context: ConditionContext) {
    this.#context = context;
  }

  part(part: CheckedGroup | CheckedRule): Predicate {
    return this.#part(part, (object) => {
      this.objects.add(object);
      return this.#context.aliases?.[object] ?? object;
    });
  }

  #part(part: CheckedGroup | CheckedRule, aliasOf: (object: string) => string): Predicate {
    if (part.kind === "group") return this.#group(part, aliasOf);
    const predicate = this.#through(part, aliasOf(part.field.object));
    return NEGATIVE_OPERATORS.has(part.test.operator) ? notTrue(predicate) : predicate;
  }

  #group({ combinator, not, parts }: CheckedGroup, aliasOf: (object: string) => string): Predicate {
    const [first, ...rest] = parts.map((part) => this.#part(part, aliasOf));
    if (!first) return sql`true`;
    const separator = combinator === "and" ? sql` and ` : sql` or `;
    const joined: Predicate = rest.length === 0 ? first : sql`(${sql.join([first, ...rest], separator)})`;
    return not ? notTrue(joined) : joined;
  }

  /** Over a row of its own: is there one of which it is true? */
  #through(rule: CheckedRule, alias: string): Predicate {
    const { through } = rule.field;
    if (!through) return this.#rule(rule, alias);
    this.#related += 1;
    const row = `through_${this.#related}`;
    const isEmpty = rule.test.operator === "empty";
    const held = this.#rule(
      isEmpty ? ({ ...rule, test: { ...rule.test, operator: "not_empty" } } as CheckedRule) : rule,
      row,
    );
    const exists: Predicate = sql`exists (select from ${through.from(row)} where ${through.link(alias, row)} and ${held})`;
    return isEmpty ? sql`(not ${exists})` : exists;
  }

  #rule(rule: CheckedRule, alias: string): Predicate {
    switch (rule.type) {
      case "text":
        return textPredicate(rule.field, rule.test, alias);
      case "number":
        return numberPredicate(rule.field, rule.test, alias);
      case "money":
        return moneyPredicate(rule.field, rule.test, alias);
      case "date":
        return datePredicate(rule.field, rule.test, alias, this.#context);
      case "enum":
        return enumPredicate(rule.field, rule.test, alias);
      case "many":
        return manyPredicate(rule.field, rule.test, alias);
      case "region":
        return regionPredicate(rule.field, rule.test, alias);
      case "user":
        return userPredicate(rule.field, rule.test, rule.ids, alias);
      case "boolean":
        return booleanPredicate(rule.field, rule.test, alias);
      case "related":
        return this.#relatedRows(rule, alias);
    }
  }

  #relatedRows(rule: Extract<CheckedRule, { type: "related" }>, alias: string): Predicate {
    this.#related += 1;
    const row = `related_${this.#related}`;
    const filters: Predicate[] = [];
    if (rule.within && rule.field.at) filters.push(datePredicate(rule.field.at, rule.within, row, this.#context));
    if (rule.where) filters.push(this.#group(rule.where, () => row));
    return relatedPredicate(rule.field, rule.test, filters, alias, row);
  }
}

function notTrue(predicate: Predicate): Predicate {
  return sql`((${predicate}) is not true)`;
}

import { CONDITION_OPERATORS, WINDOW_OPERATORS } from "@tongzhou/contract/condition-operators";
import type { ConditionTest } from "@tongzhou/contract/condition-operators";
import type { ConditionProblem } from "@tongzhou/contract/condition-problems";
import type { ConditionValueShape } from "@tongzhou/contract/condition-values";
import { isRuleGroup, ruleGroupProblems } from "@tongzhou/contract/conditions";
import type { ConditionRule, RuleGroup } from "@tongzhou/contract/conditions";
import type { CheckedGroup, CheckedRule, OrProblems, PlainTest } from "./checked-conditions.ts";
import type { ConditionContext } from "./condition-context.ts";
import type { DaySpanTest } from "./day-span.ts";
import { checkFieldLimits, checkKey } from "./check-field-limits.ts";
import type { Field, FieldSet, RelatedField, UserField } from "./field.ts";
import { readConditionValue } from "./read-condition-value.ts";

const WINDOWS: ReadonlySet<string> = new Set(WINDOW_OPERATORS);

/** Looks up the fields of a condition and reads its values; or names everything that is wrong, each with the path of its rule. */
export function checkConditions(group: RuleGroup, context: ConditionContext): OrProblems<{ group: CheckedGroup }> {
  const misshapen = ruleGroupProblems(group);
  if (misshapen.length > 0) return { ok: false, problems: misshapen };
  const check = new Check(context);
  const checked = check.group(group, "", context.fields);
  return check.problems.length > 0 ? { ok: false, problems: check.problems } : { ok: true, group: checked };
}

class Check {
  readonly problems: ConditionProblem[] = [];
  readonly #context: ConditionContext;

  constructor(context: ConditionContext) {
    this.#context = context;
  }

  group(group: RuleGroup, path: string, fields: FieldSet): CheckedGroup {
    const parts = group.rules.flatMap((part, index): (CheckedRule | CheckedGroup)[] => {
      const partPath = `${path}/rules/${index}`;
      if (isRuleGroup(part)) return [this.group(part, partPath, fields)];
      return this.#rule(part, partPath, fields) ?? [];
    });
    return { kind: "group", path, combinator: group.combinator, not: group.not ?? false, parts };
  }

  #rule(rule: ConditionRule, path: string, fields: FieldSet): [CheckedRule] | undefined {
    const field = this.#field(rule.field, `${path}/field`, fields);
    if (!field) return undefined;
    const shape = shapeOf(field, rule.operator);
    if (shape === undefined) {
      this.#refuse(`${path}/operator`, "unknown_operator", { operator: rule.operator, allowed: [...field.operators] });
      return undefined;
    }
    const read = readConditionValue(shape, rule.value, `${path}/value`, this.#report);
    if (!read) return undefined;
    // The operator is one of the field's type and the value has just been read as that operator's shape, a relation
    // between three types that a union over all of them cannot carry through.
    const test: unknown = { operator: rule.operator, value: read.value };
    if (field.type === "user") return [this.#user(field, test as ConditionTest<"user">, path)];
    if (field.type === "related") return [this.#related(field, test as ConditionTest<"related">, path)];
    const plain = { type: field.type, field, test } as PlainTest;
    checkFieldLimits(plain, `${path}/value`, this.#report);
    return [{ kind: "rule", path, ...plain }];
  }

  /** A hidden field is answered like one that does not exist; the viewer must not be able to tell. */
  #field(id: string, path: string, fields: FieldSet): Field | undefined {
    const field = fields.get(id);
    const access = field && this.#context.accessTo(id);
    if (field && (access === "read" || access === "edit")) return field;
    this.#refuse(path, access === "masked" ? "not_permitted" : "unknown_field", { field: id });
    return undefined;
  }

  #user(field: UserField, test: ConditionTest<"user">, path: string): CheckedRule {
    return { kind: "rule", path, type: "user", field, test, ids: this.#userIds(field, test, `${path}/value`) };
  }

  #userIds(field: UserField, test: ConditionTest<"user">, path: string): readonly string[] {
    switch (test.operator) {
      case "is":
      case "is_not":
        return [this.#userId(field, test.value, path)];
      case "any_of":
      case "none_of":
        return test.value.map((user, index) => this.#userId(field, user, `${path}/${index}`));
      case "in_team":
      case "not_in_team":
        return this.#members(test.value, false, path);
      case "in_team_or_below":
      case "not_in_team_or_below":
        return this.#members(test.value, true, path);
      case "empty":
      case "not_empty":
        return [];
    }
  }

  #userId(field: UserField, user: string, path: string): string {
    if (user !== "me") {
      checkKey(field.storage, user, path, this.#report);
      return user;
    }
    if (!this.#context.viewer) this.#refuse(path, "needs_viewer", {});
    return this.#context.viewer?.userId ?? user;
  }

  /** Somebody without a team has nobody in "my team". */
  #members(team: string, below: boolean, path: string): readonly string[] {
    const { viewer, teamMembers } = this.#context;
    if (team === "mine" && !viewer) this.#refuse(path, "needs_viewer", {});
    const id = team === "mine" ? (viewer?.teamId ?? null) : team;
    if (id === null) return [];
    const members = teamMembers(id, below);
    if (!members) this.#refuse(path, "unknown_team", { team: id });
    return members ?? [];
  }

  #related(field: RelatedField, test: ConditionTest<"related">, path: string): CheckedRule {
    const { within, where } = test.value;
    return {
      kind: "rule",
      path,
      type: "related",
      field,
      test,
      within: within ? this.#window(field, within, `${path}/value/within`) : null,
      where: where ? this.group(where, `${path}/value/where`, field.fields) : null,
    };
  }

  #window(
    { at: field, fields }: RelatedField,
    within: { operator: string; value: unknown },
    path: string,
  ): DaySpanTest | null {
    if (!field) {
      this.#refuse(path, "unknown_field", { field: "within" });
      return null;
    }
    if (!this.#field(field.id, path, fields)) return null;
    const operator = WINDOW_OPERATORS.find((known) => known === within.operator);
    if (!operator) {
      this.#refuse(`${path}/operator`, "unknown_operator", { operator: within.operator, allowed: [...WINDOWS] });
      return null;
    }
    const read = readConditionValue(CONDITION_OPERATORS.date[operator], within.value, `${path}/value`, this.#report);
    return read ? ({ operator, value: read.value } as DaySpanTest) : null;
  }

  readonly #report = (problem: ConditionProblem): void => void this.problems.push(problem);

  #refuse(path: string, code: ConditionProblem["code"], parameters: ConditionProblem["parameters"]): void {
    this.problems.push({ path, code, parameters });
  }
}

function shapeOf(field: Field, operator: string): ConditionValueShape | undefined {
  if (!field.operators.includes(operator)) return undefined;
  return (CONDITION_OPERATORS[field.type] as Readonly<Record<string, ConditionValueShape>>)[operator];
}

import type { ConditionProblem } from "@tongzhou/contract/condition-problems";
import type { ConditionTest, ConditionType } from "@tongzhou/contract/condition-operators";
import type { DaySpanTest } from "./day-span.ts";
import type { FieldOf, RelatedField, UserField } from "./field.ts";

/** A rule whose field exists and may be asked, and whose value fits: from here on nothing can be refused. */
export type CheckedRule = { readonly kind: "rule"; readonly path: string } & (
  | PlainTest
  /** `ids`: the users meant, "me" and teams looked up. */
  | {
      readonly type: "user";
      readonly field: UserField;
      readonly test: ConditionTest<"user">;
      readonly ids: readonly string[];
    }
  | {
      readonly type: "related";
      readonly field: RelatedField;
      readonly test: ConditionTest<"related">;
      readonly within: DaySpanTest | null;
      readonly where: CheckedGroup | null;
    }
);

type PlainType = Exclude<ConditionType, "user" | "related">;
export type PlainTest = {
  readonly [Type in PlainType]: {
    readonly type: Type;
    readonly field: FieldOf<Type>;
    readonly test: ConditionTest<Type>;
  };
}[PlainType];

export interface CheckedGroup {
  readonly kind: "group";
  readonly path: string;
  readonly combinator: "and" | "or";
  readonly not: boolean;
  readonly parts: readonly (CheckedRule | CheckedGroup)[];
}

/** What was asked for, or everything that is wrong with it. */
export type OrProblems<Result> =
  ({ readonly ok: true } & Result) | { readonly ok: false; readonly problems: readonly ConditionProblem[] };

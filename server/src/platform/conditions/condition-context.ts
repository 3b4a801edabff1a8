import type { FieldSet } from "./field.ts";

/** What the viewer may do with a field (R-ACC 2, 4). */
export type FieldAccess = "hidden" | "masked" | "read" | "edit";

/** Everything a condition means besides its words. */
export interface ConditionContext {
  readonly fields: FieldSet;
  readonly now: Date;
  /** The company's: days begin and end there, whoever looks. */
  readonly timeZone: string;
  /** Who "me" and "mine" are; null for rules that run by themselves, which then may not say so. */
  readonly viewer: { readonly userId: string; readonly teamId: string | null } | null;
  /** The users in a team now, with those of the teams below it or without; undefined when there is no such team. */
  readonly teamMembers: (teamId: string, below: boolean) => readonly string[] | undefined;
  readonly accessTo: (fieldId: string) => FieldAccess;
  /** Under which alias a statement has each object, where it is not the object's name. Rows a left join may miss are empty. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** For rules that run by themselves: who wrote them was checked when they were saved. */
export const everyField = (): FieldAccess => "read";

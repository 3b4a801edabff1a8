import type { AccountRights, Credit, GivenRight } from "@tongzhou/contract/rights";

/** One person or team, with all they may do with the account. */
export interface RightLine {
  readonly kind: "person" | "team";
  readonly id: string;
  readonly name: string;
  /** They own it, or a company above it from which it inherits. */
  readonly owner: NonNullable<AccountRights["owner"]> | undefined;
  readonly given: GivenRight | undefined;
  /** Their share of the results; undefined: none. */
  readonly percent: number | undefined;
  /** The opportunities on which they collaborate. */
  readonly deals: readonly { readonly id: string; readonly name: string }[];
}

/** Everybody once, the owner first, then whoever was given something, then who only collaborates, then who only has a share. */
export function rightLines({ owner, given, collaborators }: AccountRights, shares: Credit["shares"] = []): RightLine[] {
  const lines = new Map<string, RightLine>();
  const add = (id: string, more: Partial<RightLine> & { readonly name: string }) => {
    const before = lines.get(id) ?? {
      kind: "person",
      id,
      owner: undefined,
      given: undefined,
      percent: undefined,
      deals: [],
    };
    lines.set(id, { ...before, ...more } as RightLine);
  };
  if (owner !== null) add(owner.personId, { name: owner.name, owner });
  for (const right of given) add(right.holder.id, { name: right.holder.name, kind: right.holder.kind, given: right });
  for (const { personId, name, opportunities } of collaborators) add(personId, { name, deals: opportunities });
  for (const { personId, name, percent } of shares) add(personId, { name, percent });
  return [...lines.values()];
}

/** Whether they see it: whoever may do anything with it does. */
export const sees = ({ owner, given, deals }: RightLine): boolean =>
  owner !== undefined || (given !== undefined && given.level !== "none") || deals.length > 0;

export const follows = ({ owner, given }: RightLine): boolean => owner !== undefined || given?.level === "follow";

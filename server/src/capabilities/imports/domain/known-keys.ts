import type { GoodRow } from "./row-batches.ts";

interface Key {
  readonly kind: string;
  readonly value: string;
}

/** By which what is known is looked up: `phone +8613900000000`. */
export const keyOf = ({ kind, value }: Key): string => `${kind} ${value}`;

/** By what the account of a row is known: its credit code before its name. */
export function accountKeysOf({ draft }: GoodRow): Key[] {
  return [
    ...(draft.creditCode === null ? [] : [{ kind: "credit_code", value: draft.creditCode }]),
    ...(draft.company === null ? [] : [{ kind: "company_key", value: draft.company.key }]),
  ];
}

/** By what a row's person, or of a list of companies its company, is known. */
export const knownBy = (row: GoodRow): Key[] =>
  row.draft.facts === null ? row.draft.identifiers.filter(({ strong }) => strong) : accountKeysOf(row);

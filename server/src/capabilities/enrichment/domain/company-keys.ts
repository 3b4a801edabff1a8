import type { MatchedBy } from "@tongzhou/contract/enrichment";

/** A name as the house compares it (`companyNameKeys` of accounts). */
export interface NameKeys {
  readonly exact: string;
  readonly core: string;
  readonly brand: string;
  readonly region: string | null;
  readonly branch: string | null;
}

/** By what a company can be found. */
export interface CompanyKey {
  readonly kind: MatchedBy;
  readonly value: string;
}

/** A branch is never found by its parent's name, nor the other way round. */
const withBranch = (key: string, { branch }: NameKeys): string => (branch === null ? key : `${key}|${branch}`);

/**
 * All keys of a company, each once: its credit code, and those of its names. What it is called for short names it in full
 * only; less of that (高新 for 杭州高新) is no more than a brand, which many have.
 */
export function keysOfCompany(
  creditCode: string | null,
  names: readonly NameKeys[],
  shortNames: readonly NameKeys[] = [],
): CompanyKey[] {
  const keys: CompanyKey[] = creditCode === null ? [] : [{ kind: "creditCode", value: creditCode }];
  for (const name of names) {
    keys.push({ kind: "exact", value: name.exact });
    keys.push({ kind: "core", value: withBranch(name.core, name) });
    keys.push({ kind: "brand", value: withBranch(name.brand, name) });
  }
  for (const name of shortNames) {
    keys.push({ kind: "exact", value: name.exact });
    keys.push({ kind: "brand", value: withBranch(name.core, name) });
    keys.push({ kind: "brand", value: withBranch(name.brand, name) });
  }
  const seen = new Set<string>();
  return keys.filter(({ kind, value }) => {
    const key = `${kind} ${value}`;
    if (value === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

import { ruledFieldsOf } from "@tongzhou/contract/import-settings";
import type { MappedColumn, RuledField } from "@tongzhou/contract/import-settings";
import type { DryRun } from "@tongzhou/contract/imports";
import type { AddedField } from "./added-value.ts";
import { compareAdded } from "./dry-run-count.ts";
import type { KnownFacts } from "./dry-run-count.ts";
import { accountKeysOf, keyOf } from "./known-keys.ts";
import type { GoodRow, RowBatch } from "./row-batches.ts";
import { SAMPLES, sampleOf, TrialTally } from "./trial-tally.ts";

/** What the house knows of the companies of a batch. */
export interface KnownCompanies {
  /** Account by `kind value`. */
  readonly accountIdOf: ReadonlyMap<string, string>;
  /** As far as the viewer may read them. */
  readonly companies: ReadonlyMap<string, KnownCompany>;
  readonly held: KnownFacts["held"];
}

export interface KnownCompany extends Readonly<Partial<Record<RuledField, string | null>>> {
  readonly name: string;
  readonly creditCode: string | null;
  readonly mayEdit: boolean;
}

/** A company that a row is about: one of the house, or one that an earlier row brings, with its code. */
type Company = { readonly accountId: string } | { readonly line: number; creditCode: string | null };

/** Counts what an import of companies would do, batch by batch, in the order of the file as the import does. */
export class AccountTrial {
  readonly #tally: TrialTally;
  readonly #met = new Map<string, Company>();
  readonly #byKind = new Map<string, number>();
  readonly #attachedSamples: DryRun["attachedSamples"] = [];
  readonly #conflictSamples: DryRun["conflictSamples"] = [];
  readonly #counts = { rows: 0, created: 0, attached: 0, conflicts: 0 };

  constructor(columns: readonly MappedColumn[], added: readonly AddedField[]) {
    this.#tally = new TrialTally("account", columns, added);
  }

  /** Counts the next batch of the file. */
  add(batch: RowBatch, known: KnownCompanies): void {
    this.#counts.rows += batch.rows.length;
    for (const row of batch.rows) {
      if (row.kind === "rejected") this.#tally.reject(row);
      else this.#count(row, known);
    }
  }

  /** The counts so far. @param complete whether the whole file was counted. */
  result(complete: boolean): DryRun {
    const { created, attached } = this.#counts;
    return {
      ...this.#counts,
      ...this.#tally.result(),
      complete,
      newAccounts: created,
      knownAccounts: attached,
      attachedByKind: [...this.#byKind].map(([kind, rows]) => ({ kind, rows })).toSorted((a, b) => b.rows - a.rows),
      attachedSamples: this.#attachedSamples,
      conflictSamples: this.#conflictSamples,
    };
  }

  #count(row: GoodRow, known: KnownCompanies): void {
    const found = accountKeysOf(row).flatMap((key) => {
      const accountId = known.accountIdOf.get(keyOf(key));
      const company = this.#met.get(keyOf(key)) ?? (accountId === undefined ? undefined : { accountId });
      return company ? [{ kind: key.kind, company }] : [];
    });
    const { creditCode } = row.draft;
    const first = found.find(({ kind, company }) => kind === "credit_code" || fits(creditCode, company, known));
    const company = first?.company ?? { line: row.draft.line, creditCode };
    for (const key of accountKeysOf(row)) {
      if (!this.#met.has(keyOf(key)) && !known.accountIdOf.has(keyOf(key))) this.#met.set(keyOf(key), company);
    }
    // By name it is one company and by its code another one, or none.
    if (found.some((one) => idOf(one.company) !== idOf(company))) this.#conflict(row, found, known);
    if (!first) {
      this.#counts.created += 1;
      return;
    }
    this.#counts.attached += 1;
    this.#byKind.set(first.kind, (this.#byKind.get(first.kind) ?? 0) + 1);
    if ("accountId" in company) this.#compare(row, company.accountId, first.kind, known);
  }

  #conflict(row: GoodRow, found: readonly { kind: string; company: Company }[], { companies }: KnownCompanies): void {
    this.#counts.conflicts += 1;
    if (this.#conflictSamples.length === SAMPLES) return;
    const records = found.flatMap(({ kind, company }) =>
      "accountId" in company
        ? [{ recordId: company.accountId, name: companies.get(company.accountId)?.name ?? null, by: kind }]
        : [],
    );
    this.#conflictSamples.push({ ...sampleOf(row), records });
  }

  #compare(row: GoodRow, accountId: string, by: string, { companies, held }: KnownCompanies): void {
    const company = companies.get(accountId);
    if (this.#attachedSamples.length < SAMPLES) {
      this.#attachedSamples.push({ ...sampleOf(row), recordId: accountId, recordName: company?.name ?? null, by });
    }
    if (!company) return;
    const compared = { row, recordId: accountId, mayEdit: company.mayEdit };
    const said = factsOf(row);
    for (const field of Object.keys(ruledFieldsOf("account")) as RuledField[]) {
      this.#tally.compare(compared, field, said[field] ?? null, company[field] ?? null);
    }
    compareAdded(this.#tally, compared, held);
  }
}

/** A name alone does not join two companies with different credit codes. */
function fits(creditCode: string | null, company: Company, { companies }: KnownCompanies): boolean {
  const other = "accountId" in company ? (companies.get(company.accountId)?.creditCode ?? null) : company.creditCode;
  return creditCode === null || other === null || other === creditCode;
}

const idOf = (company: Company): string => ("accountId" in company ? company.accountId : `line ${company.line}`);

function factsOf({ draft }: GoodRow): Partial<Record<RuledField, string | null>> {
  const { facts, region, website, address, note } = draft;
  return {
    industry: facts?.industryCode ?? null,
    region,
    companySize: facts?.sizeBand ?? null,
    tier: facts?.tier ?? null,
    parent: facts?.parent?.name ?? null,
    website,
    address,
    note,
  };
}

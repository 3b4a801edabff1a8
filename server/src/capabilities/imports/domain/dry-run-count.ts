import type { ImportObject, MappedColumn } from "@tongzhou/contract/import-settings";
import type { FieldValue } from "@tongzhou/contract/fields";
import type { DryRun } from "@tongzhou/contract/imports";
import type { AddedField } from "./added-value.ts";
import { accountKeysOf, keyOf } from "./known-keys.ts";
import type { GoodRow, RowBatch } from "./row-batches.ts";
import { HIDDEN, SAMPLES, sampleOf, TrialTally } from "./trial-tally.ts";
import type { Compared } from "./trial-tally.ts";

/** A known person as far as the viewer may read and edit them. */
export interface KnownPerson {
  readonly name: string | null;
  readonly title: string | null;
  readonly regionCode: string | null;
  readonly mayEdit: boolean;
  readonly mayEditJob: boolean;
}

/** What the house knows of the people and companies of a batch. */
export interface KnownFacts {
  /** Contact by `kind value` of a strong identifier. */
  readonly contactIdOf: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, KnownPerson>;
  /** `kind value` of credit codes and company keys that belong to an account. */
  readonly accounts: ReadonlySet<string>;
  /** By `contact field` what people have in added fields, colleagues by name; what the viewer may not read has no value. */
  readonly held: ReadonlyMap<string, { readonly value: FieldValue; readonly readable: boolean }>;
}

/** Somebody a row is about: a contact, or whoever an earlier row of the file brings. */
type Somebody = { readonly contactId: string } | { readonly line: number };

/**
 * Counts what an import would do, batch by batch, with samples. It follows the order of the file as the import does: the
 * second row of somebody new attaches to the first.
 */
export class DryRunCount {
  readonly #tally: TrialTally;
  readonly #people = new Map<string, Somebody>();
  readonly #accounts = new Map<string, "new" | "known">();
  readonly #byKind = new Map<string, number>();
  readonly #result = {
    rows: 0,
    created: 0,
    attached: 0,
    conflicts: 0,
    attachedSamples: [] as DryRun["attachedSamples"],
    conflictSamples: [] as DryRun["conflictSamples"],
  };

  constructor(object: ImportObject, columns: readonly MappedColumn[], added: readonly AddedField[] = []) {
    this.#tally = new TrialTally(object, columns, added);
  }

  /** Counts the next batch of the file. */
  add(batch: RowBatch, known: KnownFacts): void {
    this.#result.rows += batch.rows.length;
    for (const row of batch.rows) {
      if (row.kind === "rejected") this.#tally.reject(row);
      else {
        this.#countAccount(row, known);
        this.#countPerson(row, known);
      }
    }
  }

  /** The counts so far. @param complete whether the whole file was counted. */
  result(complete: boolean): DryRun {
    const accounts = [...this.#accounts.values()];
    const newAccounts = accounts.filter((state) => state === "new").length;
    return {
      ...this.#result,
      ...this.#tally.result(),
      complete,
      newAccounts,
      knownAccounts: accounts.length - newAccounts,
      attachedByKind: [...this.#byKind].map(([kind, rows]) => ({ kind, rows })).toSorted((a, b) => b.rows - a.rows),
    };
  }

  #countAccount(row: GoodRow, { accounts }: KnownFacts): void {
    const keys = accountKeysOf(row).map(keyOf);
    const [first] = keys;
    if (first === undefined || keys.some((key) => this.#accounts.has(key))) return;
    this.#accounts.set(first, keys.some((key) => accounts.has(key)) ? "known" : "new");
  }

  #countPerson(row: GoodRow, known: KnownFacts): void {
    const strong = row.draft.identifiers.filter((identifier) => identifier.strong);
    const met = strong.flatMap((identifier) => {
      const contactId = known.contactIdOf.get(keyOf(identifier));
      const somebody = contactId === undefined ? this.#people.get(keyOf(identifier)) : { contactId };
      return somebody ? [{ somebody, by: sourceless(identifier.kind) }] : [];
    });
    const [first] = met;
    const person = first?.somebody ?? { line: row.draft.line };
    for (const identifier of strong) {
      if (!this.#people.has(keyOf(identifier))) this.#people.set(keyOf(identifier), person);
    }
    if (!first) {
      this.#result.created += 1;
      return;
    }
    this.#result.attached += 1;
    this.#byKind.set(first.by, (this.#byKind.get(first.by) ?? 0) + 1);
    if (new Set(met.map(({ somebody }) => nameOf(somebody))).size > 1) this.#countConflict(row, met, known);
    if ("contactId" in person) this.#compare(row, person.contactId, first.by, known);
  }

  #countConflict(row: GoodRow, met: readonly { somebody: Somebody; by: string }[], { contacts }: KnownFacts): void {
    this.#result.conflicts += 1;
    if (this.#result.conflictSamples.length === SAMPLES) return;
    const people = new Map(
      met.flatMap(({ somebody, by }) => ("contactId" in somebody ? [[somebody.contactId, by]] : [])),
    );
    this.#result.conflictSamples.push({
      ...sampleOf(row),
      records: [...people].map(([contactId, by]) => ({
        recordId: contactId,
        name: contacts.get(contactId)?.name ?? null,
        by,
      })),
    });
  }

  #compare(row: GoodRow, contactId: string, by: string, { contacts, held }: KnownFacts): void {
    const contact = contacts.get(contactId);
    if (this.#result.attachedSamples.length < SAMPLES) {
      this.#result.attachedSamples.push({
        ...sampleOf(row),
        recordId: contactId,
        recordName: contact?.name ?? null,
        by,
      });
    }
    if (!contact) return;
    const { name, jobTitle, region } = row.draft;
    const { mayEdit, mayEditJob } = contact;
    const compared = { row, recordId: contactId, mayEdit };
    this.#tally.compare(compared, "name", name, contact.name);
    this.#tally.compare({ ...compared, mayEdit: mayEdit && mayEditJob }, "jobTitle", jobTitle, contact.title);
    this.#tally.compare(compared, "region", region, contact.regionCode);
    compareAdded(this.#tally, compared, held);
  }
}

/** What columns of added fields say beside what the record has. */
export function compareAdded(tally: TrialTally, compared: Compared, held: KnownFacts["held"]): void {
  for (const { fieldId, value } of compared.row.draft.added) {
    const now = held.get(`${compared.recordId} ${fieldId}`);
    const written = now === undefined ? null : now.readable ? JSON.stringify(now.value) : HIDDEN;
    tally.compare(compared, fieldId, JSON.stringify(value), written);
  }
}

const nameOf = (somebody: Somebody): string => ("contactId" in somebody ? somebody.contactId : `line ${somebody.line}`);

/** `member:crm` is told as `member`: it is the same way of knowing somebody. */
const sourceless = (kind: string): string => kind.split(":", 1)[0] ?? kind;

import { ADDED_TARGET, ruleOf } from "@tongzhou/contract/import-settings";
import type { MappedColumn, RuledField } from "@tongzhou/contract/import-settings";
import type { FieldValue } from "@tongzhou/contract/fields";
import type { DryRun } from "@tongzhou/contract/imports";
import type { AddedField } from "./added-value.ts";
import { describeRow } from "./describe-row.ts";
import type { BatchRow, GoodRow, RowBatch } from "./row-batches.ts";
import type { DraftIdentifier } from "./row-draft.ts";

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

const SAMPLES = 20;
/** Stands for a value that the viewer may not read; no text of a cell is so, and none is shown. */
const HIDDEN = "\u0000";
const FIELDS: readonly RuledField[] = ["name", "jobTitle", "region"];
type FieldChanges = DryRun["changes"][number];

export const keyOf = ({
  kind,
  value,
}: Pick<DraftIdentifier, "kind" | "value"> | { kind: string; value: string }): string => `${kind} ${value}`;

/** By what the account of a row is known: its credit code before its name. */
export function accountKeysOf({ draft }: GoodRow): { kind: string; value: string }[] {
  return [
    ...(draft.creditCode === null ? [] : [{ kind: "credit_code", value: draft.creditCode }]),
    ...(draft.company === null ? [] : [{ kind: "company_key", value: draft.company.key }]),
  ];
}

/** Somebody a row is about: a contact, or whoever an earlier row of the file brings. */
type Somebody = { readonly contactId: string } | { readonly line: number };

/**
 * Counts what an import would do, batch by batch, with samples. It follows the order of the file as the import does: the
 * second row of somebody new attaches to the first.
 */
export class DryRunCount {
  readonly #changes: Map<string, FieldChanges>;
  readonly #people = new Map<string, Somebody>();
  readonly #accounts = new Map<string, "new" | "known">();
  readonly #byKind = new Map<string, number>();
  readonly #reasons = new Map<string, DryRun["rejectedByReason"][number]>();
  readonly #result = {
    rows: 0,
    created: 0,
    attached: 0,
    conflicts: 0,
    rejected: 0,
    differing: 0,
    attachedSamples: [] as DryRun["attachedSamples"],
    conflictSamples: [] as DryRun["conflictSamples"],
    differingSamples: [] as DryRun["differingSamples"],
  };

  /**
   * @param columns what the columns of the file are, with their rules.
   * @param added the added fields among them; what leads have in theirs is not compared.
   */
  constructor(columns: readonly MappedColumn[], added: readonly Pick<AddedField, "id" | "object">[] = []) {
    const none = { filled: 0, overwritten: 0, kept: 0 };
    const own = FIELDS.flatMap((field): [string, FieldChanges][] => {
      const rule = ruleOf(columns, field);
      return rule === undefined ? [] : [[field, { field, rule, ...none }]];
    });
    const ofContacts = added.filter(({ object }) => object === "contact");
    const further = ofContacts.map(({ id }): [string, FieldChanges] => {
      const rule = columns.find(({ fieldId }) => fieldId === id)?.rule ?? "fill";
      return [id, { field: ADDED_TARGET, fieldId: id, rule, ...none }];
    });
    this.#changes = new Map([...own, ...further]);
  }

  /** Counts the next batch of the file. */
  add(batch: RowBatch, known: KnownFacts): void {
    this.#result.rows += batch.rows.length;
    for (const row of batch.rows) {
      if (row.kind === "rejected") this.#countRejected(row);
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
      complete,
      changes: [...this.#changes.values()],
      newAccounts,
      knownAccounts: accounts.length - newAccounts,
      attachedByKind: [...this.#byKind].map(([kind, rows]) => ({ kind, rows })).toSorted((a, b) => b.rows - a.rows),
      rejectedByReason: [...this.#reasons.values()].toSorted((a, b) => b.rows - a.rows),
    };
  }

  #countRejected(row: BatchRow & { kind: "rejected" }): void {
    this.#result.rejected += 1;
    for (const code of new Set(row.rejects.map(({ reason }) => reason))) {
      const counted = this.#reasons.get(code);
      this.#reasons.set(code, { code, rows: (counted?.rows ?? 0) + 1, sample: counted?.sample ?? describeRow(row) });
    }
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
      contacts: [...people].map(([contactId, by]) => ({ contactId, name: contacts.get(contactId)?.name ?? null, by })),
    });
  }

  #compare(row: GoodRow, contactId: string, by: string, { contacts, held }: KnownFacts): void {
    const contact = contacts.get(contactId);
    if (this.#result.attachedSamples.length < SAMPLES) {
      this.#result.attachedSamples.push({ ...sampleOf(row), contactId, contactName: contact?.name ?? null, by });
    }
    if (!contact) return;
    const { name, jobTitle, region } = row.draft;
    this.#compareField(row, contactId, "name", name, contact.name, contact.mayEdit);
    this.#compareField(row, contactId, "jobTitle", jobTitle, contact.title, contact.mayEdit && contact.mayEditJob);
    this.#compareField(row, contactId, "region", region, contact.regionCode, contact.mayEdit);
    for (const { fieldId, value } of row.draft.added) {
      const now = held.get(`${contactId} ${fieldId}`);
      const written = now === undefined ? null : now.readable ? JSON.stringify(now.value) : HIDDEN;
      this.#compareField(row, contactId, fieldId, JSON.stringify(value), written, contact.mayEdit);
    }
  }

  #compareField(
    row: GoodRow,
    contactId: string,
    name: string,
    inFile: string | null,
    now: string | null,
    mayEdit: boolean,
  ): void {
    const change = this.#changes.get(name);
    if (inFile === null || inFile === now || !change) return;
    const { rule, field, fieldId } = change;
    if (now === null) {
      if (rule !== "never") change.filled += 1;
      return;
    }
    if (rule === "overwrite" && mayEdit) change.overwritten += 1;
    else change.kept += 1;
    if (now === HIDDEN) return;
    this.#result.differing += 1;
    if (this.#result.differingSamples.length < SAMPLES) {
      const of = fieldId === undefined ? { field } : { field, fieldId };
      this.#result.differingSamples.push({ ...sampleOf(row), contactId, ...of, inFile, now });
    }
  }
}

const sampleOf = ({ draft }: GoodRow): { line: number; name: string | null } => ({
  line: draft.line,
  name: draft.name,
});

const nameOf = (somebody: Somebody): string => ("contactId" in somebody ? somebody.contactId : `line ${somebody.line}`);

/** `member:crm` is told as `member`: it is the same way of knowing somebody. */
const sourceless = (kind: string): string => kind.split(":", 1)[0] ?? kind;

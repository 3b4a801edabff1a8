import type { DryRun } from "@tongzhou/contract/imports";
import { describeRow } from "./describe-row.ts";
import type { BatchRow, GoodRow, RowBatch } from "./row-batches.ts";
import type { DraftIdentifier } from "./row-draft.ts";

/** What the house knows of the people and companies of a batch. */
export interface KnownFacts {
  /** Contact by `kind value` of a strong identifier. */
  readonly contactIdOf: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, { readonly name: string | null; readonly title: string | null }>;
  /** `kind value` of credit codes and company keys that belong to an account. */
  readonly accounts: ReadonlySet<string>;
}

const SAMPLES = 20;

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

  #compare(row: GoodRow, contactId: string, by: string, { contacts }: KnownFacts): void {
    const contact = contacts.get(contactId);
    if (this.#result.attachedSamples.length < SAMPLES) {
      this.#result.attachedSamples.push({ ...sampleOf(row), contactId, contactName: contact?.name ?? null, by });
    }
    const pairs = [
      ["name", row.draft.name, contact?.name],
      ["jobTitle", row.draft.jobTitle, contact?.title],
    ] as const;
    for (const [field, inFile, now] of pairs) {
      if (inFile === null || now === null || now === undefined || inFile === now) continue;
      this.#result.differing += 1;
      if (this.#result.differingSamples.length < SAMPLES) {
        this.#result.differingSamples.push({ ...sampleOf(row), contactId, field, inFile, now });
      }
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

import { ADDED_TARGET, ruledFieldsOf, ruleOf } from "@tongzhou/contract/import-settings";
import type { ImportObject, MappedColumn, RuledField } from "@tongzhou/contract/import-settings";
import type { DryRun } from "@tongzhou/contract/imports";
import type { AddedField } from "./added-value.ts";
import { describeRow } from "./describe-row.ts";
import type { BadRow, GoodRow } from "./row-batches.ts";

export const SAMPLES = 20;
/** Stands for a value that the viewer may not read; no text of a cell is so, and none is shown. */
export const HIDDEN = "\u0000";

type FieldChanges = DryRun["changes"][number];

/** A row and the known record it is about. */
export interface Compared {
  readonly row: GoodRow;
  readonly recordId: string;
  readonly mayEdit: boolean;
}

/** What a trial counts whatever the rows become: which stay out and why, and what becomes of values that are there. */
export class TrialTally {
  readonly #changes: Map<string, FieldChanges>;
  readonly #reasons = new Map<string, DryRun["rejectedByReason"][number]>();
  readonly #samples: DryRun["differingSamples"] = [];
  #rejected = 0;
  #differing = 0;

  /**
   * @param columns what the columns of the file are, with their rules.
   * @param added the added fields among them; of leads theirs are not compared, since who has which is not known before.
   */
  constructor(
    object: ImportObject,
    columns: readonly MappedColumn[],
    added: readonly Pick<AddedField, "id" | "object">[] = [],
  ) {
    const none = { filled: 0, overwritten: 0, kept: 0 };
    const own = (Object.keys(ruledFieldsOf(object)) as RuledField[]).flatMap((field): [string, FieldChanges][] => {
      const rule = ruleOf(columns, field, object);
      return rule === undefined ? [] : [[field, { field, rule, ...none }]];
    });
    const compared = added.filter((field) => field.object !== "lead");
    const further = compared.map(({ id }): [string, FieldChanges] => {
      const rule = columns.find(({ fieldId }) => fieldId === id)?.rule ?? "fill";
      return [id, { field: ADDED_TARGET, fieldId: id, rule, ...none }];
    });
    this.#changes = new Map([...own, ...further]);
  }

  /** A row that stays out. */
  reject(row: BadRow): void {
    this.#rejected += 1;
    for (const code of new Set(row.rejects.map(({ reason }) => reason))) {
      const counted = this.#reasons.get(code);
      this.#reasons.set(code, { code, rows: (counted?.rows ?? 0) + 1, sample: counted?.sample ?? describeRow(row) });
    }
  }

  /** One value of a row beside what is known. @param name the field, or the id of an added one. */
  compare({ row, recordId, mayEdit }: Compared, name: string, inFile: string | null, now: string | null): void {
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
    this.#differing += 1;
    if (this.#samples.length === SAMPLES) return;
    const of = fieldId === undefined ? { field } : { field, fieldId };
    this.#samples.push({ ...sampleOf(row), recordId, ...of, inFile, now });
  }

  result(): Pick<DryRun, "rejected" | "rejectedByReason" | "changes" | "differing" | "differingSamples"> {
    return {
      rejected: this.#rejected,
      rejectedByReason: [...this.#reasons.values()].toSorted((a, b) => b.rows - a.rows),
      changes: [...this.#changes.values()],
      differing: this.#differing,
      differingSamples: this.#samples,
    };
  }
}

/** How a row is named in samples: by its person, or by the company of a list of companies. */
export const sampleOf = ({ draft }: GoodRow): { line: number; name: string | null } => ({
  line: draft.line,
  name: draft.facts === null ? draft.name : (draft.company?.name ?? draft.creditCode),
});

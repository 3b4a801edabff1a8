import type { ReadContext } from "../../platform/ledger/context.ts";
import type { AddedField } from "./domain/added-value.ts";
import { historyEntry } from "./domain/history-entry.ts";
import type { HistoryEntry } from "./domain/history-entry.ts";
import type { BadRow, GoodRow } from "./domain/row-batches.ts";
import type { DraftValue, RejectReason } from "./domain/row-draft.ts";
import { TakenKeys } from "./domain/taken-keys.ts";
import { holderKey } from "../fields/index.ts";
import type { ImportPlan } from "./plan-import.ts";
import { noteTaken } from "./note-taken.ts";
import { findPeopleByName } from "./queries/name-rows.ts";

/** A row whose people are known: nothing keeps it out any more. */
export interface SettledRow {
  readonly row: GoodRow;
  readonly ownerId: string | null;
  /** How its lead begins; null for new leads. */
  readonly history: HistoryEntry | null;
  /** What its columns of added fields say, colleagues by their ids. */
  readonly added: readonly DraftValue[];
}

export interface SettledRows {
  readonly rows: readonly SettledRow[];
  readonly rejected: readonly BadRow[];
}

/** Why a row that was read well stays out. */
interface LateReason {
  readonly reason: RejectReason;
  readonly column: number | undefined;
  readonly value: string;
}

/**
 * Finds the colleagues that rows name, and which rows must stay out for what the house knows: nobody of that name, a stage
 * without an owner, a value of a unique field that somebody else has. Reads only; the trial and the import ask the same.
 * @param taken the unique values of earlier rows; one for a whole trial, a fresh one for each batch that is written.
 */
export async function settleRows(
  context: Pick<ReadContext, "tx">,
  plan: ImportPlan,
  rows: readonly GoodRow[],
  taken = takenKeysOf(plan.fields),
): Promise<SettledRows> {
  const { header, settings, fields } = plan;
  const people = await findPeople(context, namesIn(rows, fields));
  const isHistory = settings.object === "lead" && settings.mode === "history";
  await noteTaken(context, taken, fields, rows);
  const settled: SettledRow[] = [];
  const rejected: BadRow[] = [];
  for (const row of rows) {
    const late = settle(row);
    if (late) rejected.push(lateReject(row, late, header));
  }
  return { rows: settled, rejected };

  function settle(row: GoodRow): LateReason | undefined {
    const { draft } = row;
    const owner = draft.owner === null ? null : people.get(draft.owner);
    if (owner === undefined) return { reason: "owner_unknown", column: columnOf("owner"), value: draft.owner ?? "" };
    const history = isHistory ? historyEntry(draft.stage, owner) : null;
    if (isHistory && history === null)
      return { reason: "owner_missing", column: columnOf("stage"), value: draft.stage ?? "" };
    const added = draft.added.length === 0 ? draft.added : namedColleagues(draft.added);
    if ("reason" in added) return added;
    const other = taken.takenIn(row, added);
    if (other !== undefined)
      return { reason: "value_taken", column: columnOfField(other.fieldId), value: String(other.value) };
    settled.push({ row, ownerId: owner, history, added });
    return undefined;
  }

  function namedColleagues(values: readonly DraftValue[]): readonly DraftValue[] | LateReason {
    const found: DraftValue[] = [];
    for (const { fieldId, value } of values) {
      const isColleague = fields.some(({ id, type }) => id === fieldId && type === "user");
      const known = isColleague ? people.get(String(value)) : value;
      if (known === undefined) return { reason: "owner_unknown", column: columnOfField(fieldId), value: String(value) };
      found.push({ fieldId, value: known });
    }
    return found;
  }

  function columnOf(target: "owner" | "stage"): number | undefined {
    return settings.columns.find((column) => column.target === target)?.column;
  }

  function columnOfField(id: string): number | undefined {
    return settings.columns.find(({ fieldId }) => fieldId === id)?.column;
  }
}

/** Remembers the values of those of these fields that are unique. */
export function takenKeysOf(fields: readonly AddedField[]): TakenKeys {
  const unique = new Set(fields.filter((field) => field.unique).map(({ id }) => id));
  return new TakenKeys(({ fieldId, value }) => (unique.has(fieldId) ? holderKey(fieldId, value) : undefined));
}

function namesIn(rows: readonly GoodRow[], fields: readonly AddedField[]): string[] {
  const colleagues = new Set(fields.filter(({ type }) => type === "user").map(({ id }) => id));
  const names = rows.flatMap(({ draft: { owner, added } }) => [
    ...(owner === null ? [] : [owner]),
    ...(colleagues.size === 0
      ? []
      : added.flatMap(({ fieldId, value }) => (colleagues.has(fieldId) ? [String(value)] : []))),
  ]);
  return [...new Set(names)];
}

/** A row that was read well and cannot go in all the same. */
function lateReject({ number, draft, cells }: GoodRow, late: LateReason, header: readonly string[]): BadRow {
  const { reason, column, value } = late;
  const named = column === undefined ? null : (header[column] ?? null);
  return {
    kind: "rejected",
    number,
    line: draft.line,
    cells: cells ?? [],
    rejects: [{ reason, column: named, value, params: {} }],
  };
}

/** Active people by name; a name that two of them bear is nobody's. */
async function findPeople(context: Pick<ReadContext, "tx">, names: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, name } of await findPeopleByName(context, names)) {
    if (found.has(name)) shared.add(name);
    found.set(name, id);
  }
  for (const name of shared) found.delete(name);
  return found;
}

import type { AuditChange } from "@tongzhou/contract/audit";

/** Rows that one operation wrote in a record. */
export interface OperationOfRecord {
  id: string;
  kind: string;
  actor: AuditChange["actor"];
  at: string;
  changes: readonly AuditChange[];
}

/**
 * Rows of a history, the latest first, by what wrote them, in the order in which they come. What one operation wrote stays
 * together; a row it wrote twice is one row from what it was to what it became. Steps of the lifecycle repeat what the
 * record's own row says, so they are kept only where they stand alone.
 */
export function groupChanges(changes: readonly AuditChange[]): OperationOfRecord[] {
  const byOperation = grouped(changes, ({ operationId }) => operationId);
  return [...byOperation].flatMap(([id, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const rows = mergedRows(group);
    const telling = rows.filter(({ table }) => !REPEATED.has(table));
    const { kind, actor, at } = first;
    return [{ id, kind, actor, at, changes: telling.length === 0 ? rows.slice(0, 1) : telling }];
  });
}

const REPEATED: ReadonlySet<string> = new Set(["lifecycle_event", "judgement"]);

function mergedRows(group: readonly AuditChange[]): AuditChange[] {
  const byRow = grouped(group, ({ table, rowId }) => `${table}/${rowId}`);
  return [...byRow.values()].flatMap((rows) => {
    // The latest comes first, so the earliest stands at the end.
    const oldestFirst = rows.toReversed();
    const [oldest, ...later] = oldestFirst;
    if (oldest === undefined) return [];
    return later.reduce(mergeTwo, oldest);
  });
}

function grouped(changes: readonly AuditChange[], keyOf: (change: AuditChange) => string): Map<string, AuditChange[]> {
  const groups = new Map<string, AuditChange[]>();
  for (const change of changes) {
    const group = groups.get(keyOf(change));
    if (group === undefined) groups.set(keyOf(change), [change]);
    else group.push(change);
  }
  return groups;
}

/** Of a row that was made and changed at once only what it was made to be is told; the same of one removed in the end. */
function mergeTwo(earlier: AuditChange, later: AuditChange): AuditChange {
  const names = new Set([...earlier.columns, ...later.columns].map(({ column }) => column));
  const columns = [...names].map((column) => {
    const [one, other] = [columnOf(earlier, column), columnOf(later, column)];
    return { column, before: (one ?? other)?.before ?? null, after: (other ?? one)?.after ?? null };
  });
  const isNews = ({ before, after }: ChangedColumn): boolean => before?.value !== after?.value;
  const act = later.act === "removed" ? "removed" : earlier.act;
  return { ...later, act, columns: act === "changed" ? columns.filter(isNews) : columns };
}

const columnOf = ({ columns }: AuditChange, name: string) => columns.find(({ column }) => column === name);

/** Columns that say only what the page says already: the record itself, when it was written, keys inside. */
const TOLD_ALREADY: ReadonlySet<string> = new Set([
  "actor_id",
  "actor_kind",
  "assigned_at",
  "assignment_id",
  "at",
  "currency",
  "details",
  "history",
  "identifier_id",
  "name_key",
  "occurred_at",
  "recorded_at",
  "rule_id",
  "table_row",
  "uses_turn",
  "valid_from",
]);

export type ChangedColumn = AuditChange["columns"][number];

/** What is worth reading of a row: no column that names the record whose history it is, none that was told already. */
export function columnsWorthReading(change: AuditChange, recordId: string): ChangedColumn[] {
  const isItself = ({ before, after }: ChangedColumn): boolean =>
    [before, after].every((side) => side === null || side.value === recordId);
  const isEmpty = ({ before, after }: ChangedColumn): boolean =>
    change.act !== "changed" && (after ?? before)?.value === null && (after ?? before)?.masked === false;
  const saysNo = ({ before, after }: ChangedColumn): boolean =>
    change.act === "created" && before === null && NO.has(after?.value ?? "");
  return change.columns.filter(
    (column) => !TOLD_ALREADY.has(column.column) && !isItself(column) && !isEmpty(column) && !saysNo(column),
  );
}

/** As a row and as its image write it. */
const NO: ReadonlySet<string> = new Set(["f", "false"]);

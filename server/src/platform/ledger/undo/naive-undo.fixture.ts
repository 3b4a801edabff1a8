/**
 * A second, naive telling of the undo rules: everything in memory, row by row, from differences of whole snapshots rather
 * than from the ledger's images. The real undo must say and do the same.
 */

export type Row = Readonly<Record<string, string | null>>;
export type Snapshot = ReadonlyMap<string, ReadonlyMap<string, Row>>;

export interface NaiveTable {
  readonly references: Readonly<Record<string, string>>;
  readonly checks: readonly { readonly columns: readonly string[]; readonly holds: (row: Row) => boolean }[];
  /** The key of a row, or nothing when it takes no part. */
  readonly uniques: readonly { readonly columns: readonly string[]; readonly key: (row: Row) => string | undefined }[];
  readonly together?: readonly (readonly string[])[];
  readonly parts: readonly { readonly column: string; readonly target: string; readonly boundTo: readonly string[] }[];
}

interface Difference {
  readonly table: string;
  readonly id: string;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

export interface NaiveOperation {
  readonly id: string;
  readonly parentId?: string | undefined;
  readonly causeId?: string | undefined;
  readonly undoesId?: string | undefined;
  readonly byPerson: boolean;
  /** The undo of an import: what it removed is gone for good. */
  readonly leavesNoImages?: boolean | undefined;
  readonly differences: readonly Difference[];
}

export interface Prediction {
  readonly rows: Snapshot;
  /** `table id` for rows, `table id column` for values that stay (or stay away). */
  readonly staying: ReadonlySet<string>;
}

const keyOf = (table: string, id: string): string => `${table} ${id}`;

/** What changed between two snapshots. */
export function differencesOf(before: Snapshot, after: Snapshot): Difference[] {
  const differences: Difference[] = [];
  for (const table of before.keys()) {
    const old = before.get(table) ?? new Map<string, Row>();
    const present = after.get(table) ?? new Map<string, Row>();
    for (const id of new Set([...old.keys(), ...present.keys()])) {
      const [was, is] = [old.get(id), present.get(id)];
      if (JSON.stringify(was) !== JSON.stringify(is)) differences.push({ table, id, before: was, after: is });
    }
  }
  return differences;
}

export function isUndone(operations: readonly NaiveOperation[], id: string): boolean {
  return operations.some((operation) => operation.undoesId === id && !isUndone(operations, operation.id));
}

function scopeOf(operations: readonly NaiveOperation[], root: string): Set<string> {
  const scope = new Set([root]);
  for (let before = -1; before !== scope.size;) {
    before = scope.size;
    for (const operation of operations) {
      const follows =
        (operation.parentId !== undefined && scope.has(operation.parentId)) ||
        (operation.causeId !== undefined && scope.has(operation.causeId) && !operation.byPerson);
      if (follows && !isUndone(operations, operation.id)) scope.add(operation.id);
    }
  }
  return scope;
}

/** What a difference wrote: all columns of a new row, else those that differ. */
function changedColumns(was: Row | undefined, is: Row): Row {
  return Object.fromEntries(Object.entries(is).filter(([column, value]) => was?.[column] !== value || !was));
}

interface PlannedUpdate {
  readonly table: string;
  readonly id: string;
  readonly before: Map<string, string | null>;
  readonly conflicts: Set<string>;
}

/** Plans and carries out, in memory, the undo of an operation on the rows as they are now. */
export function predictUndo(
  tables: Readonly<Record<string, NaiveTable>>,
  operations: readonly NaiveOperation[],
  root: string,
  now: Snapshot,
): Prediction {
  const scope = scopeOf(operations, root);
  const done = operations.filter((operation) => scope.has(operation.id)).flatMap((operation) => operation.differences);
  const present = (table: string, id: string): Row | undefined => now.get(table)?.get(id);

  const goneForGood = (table: string, id: string): boolean => {
    const removals = operations.filter(({ differences }) =>
      differences.some((d) => d.table === table && d.id === id && d.before && !d.after),
    );
    return !present(table, id) && removals.at(-1)?.leavesNoImages === true;
  };

  const left = new Map<string, Row>(); // what the scope left of rows that it made
  const updates = new Map<string, PlannedUpdate>();
  const after = new Map<string, Map<string, string | null>>();
  const deletes = new Map<string, { table: string; id: string; image: Row; conflict: boolean }>();
  const madeHere = new Set(done.filter((d) => !d.before && d.after).map((d) => keyOf(d.table, d.id)));
  for (const { table, id, before: was, after: is } of done) {
    const key = keyOf(table, id);
    if (madeHere.has(key)) {
      if (is) left.set(key, { ...left.get(key), ...changedColumns(was, is) });
      continue;
    }
    if (was && is && !deletes.has(key)) {
      const plan = updates.get(key) ?? { table, id, before: new Map(), conflicts: new Set() };
      const ends = after.get(key) ?? new Map<string, string | null>();
      for (const column of Object.keys(was)) {
        if (was[column] === is[column]) continue;
        if (!plan.before.has(column)) plan.before.set(column, was[column] ?? null);
        ends.set(column, is[column] ?? null);
      }
      updates.set(key, plan);
      after.set(key, ends);
    }
    if (was && !is && !deletes.has(key)) {
      const image = { ...was, ...Object.fromEntries(updates.get(key)?.before ?? []) };
      updates.delete(key);
      deletes.set(key, { table, id, image, conflict: present(table, id) !== undefined });
    }
  }
  const created = new Map(
    [...left.keys()].flatMap((key) => {
      const [table = "", id = ""] = key.split(" ");
      const row = present(table, id);
      return row ? [[key, { table, id, row }] as const] : [];
    }),
  );
  for (const [key, { table, id }] of updates) if (goneForGood(table, id)) updates.delete(key);
  for (const [key, plan] of updates) {
    for (const [column, value] of plan.before) if (after.get(key)?.get(column) === value) plan.before.delete(column);
    const row = present(plan.table, plan.id);
    for (const column of plan.before.keys()) {
      if (!row || row[column] !== after.get(key)?.get(column)) plan.conflicts.add(column);
    }
  }
  const keep = new Set<string>();
  for (const [key, { row }] of created) {
    if (Object.keys(row).some((column) => row[column] !== left.get(key)?.[column])) keep.add(key);
  }

  const holdTogether = (): void => {
    for (const { table, before, conflicts } of updates.values()) {
      for (const columns of tables[table]!.together ?? []) {
        if (!columns.some((column) => conflicts.has(column))) continue;
        for (const column of columns) if (before.has(column)) conflicts.add(column);
      }
    }
  };
  const finalsNow = (): Map<string, { table: string; id: string; row: Row }> => {
    const finals = new Map<string, { table: string; id: string; row: Row }>();
    for (const [key, plan] of updates) {
      const restored = [...plan.before].filter(([column]) => !plan.conflicts.has(column));
      const row = present(plan.table, plan.id);
      if (row && restored.length > 0)
        finals.set(key, { table: plan.table, id: plan.id, row: { ...row, ...Object.fromEntries(restored) } });
    }
    for (const [key, plan] of deletes)
      if (!plan.conflict) finals.set(key, { table: plan.table, id: plan.id, row: plan.image });
    return finals;
  };
  const leaving = (key: string): boolean => created.has(key) && !keep.has(key);
  const everything = [...now].flatMap(([table, rows]) => [...rows].map(([id, row]) => ({ table, id, row })));

  const breakRules = (finals: ReturnType<typeof finalsNow>): number => {
    const marks: { key: string; columns: readonly string[] }[] = [];
    const remaining = everything.filter(({ table, id }) => !finals.has(keyOf(table, id)) && !leaving(keyOf(table, id)));
    const afterwards = [...remaining, ...finals.values()];
    for (const [key, { table, row, id }] of finals) {
      const rules = tables[table]!;
      for (const check of rules.checks) if (!check.holds(row)) marks.push({ key, columns: check.columns });
      for (const unique of rules.uniques) {
        const own = unique.key(row);
        if (own === undefined) continue;
        if (afterwards.some((other) => other.table === table && other.id !== id && unique.key(other.row) === own))
          marks.push({ key, columns: unique.columns });
      }
      for (const [column, target] of Object.entries(rules.references)) {
        const to = row[column];
        if (to && !present(target, to) && !finals.has(keyOf(target, to))) marks.push({ key, columns: [column] });
      }
    }
    let added = 0;
    for (const { key, columns } of marks) {
      const update = updates.get(key);
      for (const column of columns) {
        if (update?.before.has(column) && !update.conflicts.has(column))
          added += Number(Boolean(update.conflicts.add(column)));
      }
      const deletion = deletes.get(key);
      if (deletion && !deletion.conflict) added += Number((deletion.conflict = true));
    }
    return added;
  };

  const spread = (finals: ReturnType<typeof finalsNow>): number => {
    const before = keep.size;
    for (let size = -1; size !== keep.size;) {
      size = keep.size;
      const staying = [
        ...everything.filter(({ table, id }) => !finals.has(keyOf(table, id)) && !leaving(keyOf(table, id))),
        ...finals.values(),
      ];
      for (const { table, row } of staying) {
        for (const [column, target] of Object.entries(tables[table]!.references)) {
          const to = row[column];
          if (to && created.has(keyOf(target, to))) keep.add(keyOf(target, to));
        }
      }
      for (const [key, { table, row }] of created) {
        for (const part of tables[table]!.parts) {
          const whole = keyOf(part.target, row[part.column] ?? "");
          const bound = updates.get(whole);
          if (keep.has(whole) || (bound && part.boundTo.some((column) => bound.conflicts.has(column)))) keep.add(key);
        }
      }
    }
    return keep.size - before;
  };

  for (;;) {
    holdTogether();
    const finals = finalsNow();
    if (breakRules(finals) > 0) continue;
    if (spread(finals) > 0) continue;
    const rows = new Map([...now].map(([table, old]) => [table, new Map(old)]));
    for (const [key, { table, id }] of created) if (leaving(key)) rows.get(table)?.delete(id);
    for (const { table, id, row } of finals.values()) rows.get(table)?.set(id, row);
    const staying = new Set(keep);
    for (const [key, plan] of updates) for (const column of plan.conflicts) staying.add(`${key} ${column}`);
    for (const [key, plan] of deletes) if (plan.conflict) staying.add(key);
    return { rows, staying };
  }
}

import type { AuditChange } from "@tongzhou/contract/audit";
import { expect, test } from "vitest";
import { columnsWorthReading, groupChanges } from "./group-changes.ts";

const RECORD = "01980000-0000-7000-8000-000000000001";
const value = (text: string | null) => ({ value: text, label: null, masked: false });
const change = (operationId: string, more: Partial<AuditChange> = {}): AuditChange => ({
  operationId,
  kind: "lead.accept",
  actor: { kind: "person", id: null, name: "陈浩" },
  at: "2025-11-21T01:24:00.000Z",
  table: "lead",
  rowId: RECORD,
  act: "changed",
  record: { object: "lead", id: RECORD, title: "刘建国" },
  columns: [],
  ...more,
});

test("what one operation wrote stands together, in the order in which the operations come", () => {
  const rows = [
    change("b"),
    change("a", { table: "assignment" }),
    change("b", { table: "assignment_end", rowId: "end" }),
  ];
  expect(groupChanges(rows).map(({ id, changes }) => [id, changes.map(({ table }) => table)])).toEqual([
    ["b", ["lead", "assignment_end"]],
    ["a", ["assignment"]],
  ]);
  expect(groupChanges([])).toEqual([]);
});

test("a row that one operation wrote twice is told once, from what it was to what it became", () => {
  const stage = (before: string | null, after: string | null) => ({
    column: "stage",
    before: before === null ? null : value(before),
    after: after === null ? null : value(after),
  });
  const told = (rows: AuditChange[]) =>
    groupChanges(rows).flatMap(({ changes }) =>
      changes.map(({ act, columns }) => [act, ...columns.map((c) => [c.column, c.before?.value, c.after?.value])]),
    );
  const twice = [change("a", { columns: [stage("mql", "assigned")] }), change("a", { columns: [stage("raw", "mql")] })];
  expect(told(twice)).toEqual([["changed", ["stage", "raw", "assigned"]]]);
  const back = [change("a", { columns: [stage("mql", "raw")] }), change("a", { columns: [stage("raw", "mql")] })];
  expect(told(back)).toEqual([["changed"]]);
  const made = [
    change("a", { columns: [stage("raw", "mql")] }),
    change("a", { act: "created", columns: [stage(null, "raw"), { column: "note", before: null, after: value("n") }] }),
  ];
  expect(told(made)).toEqual([["created", ["stage", undefined, "mql"], ["note", undefined, "n"]]]);
});

test("a step of the lifecycle is told only where nothing else of its operation is", () => {
  const step = change("a", { table: "lifecycle_event", rowId: "step" });
  const tables = (rows: AuditChange[]) =>
    groupChanges(rows).flatMap(({ changes }) => changes.map(({ table }) => table));
  expect(tables([step, change("a")])).toEqual(["lead"]);
  expect(tables([step])).toEqual(["lifecycle_event"]);
});

test("a column that only names the record, or says what everybody sees, is left out", () => {
  const columns = [
    { column: "lead_id", before: null, after: value(RECORD) },
    { column: "stage", before: value("assigned"), after: value("sql") },
    { column: "table_row", before: null, after: value("7") },
    { column: "bounce", before: null, after: value("f") },
    { column: "pool_id", before: null, after: value(null) },
    { column: "owner_id", before: value(RECORD), after: value("someone") },
  ];
  const names = (row: AuditChange) => columnsWorthReading(row, RECORD).map(({ column }) => column);
  expect(names(change("a", { columns }))).toEqual(["stage", "bounce", "pool_id", "owner_id"]);
  expect(names(change("a", { columns, act: "created" }))).toEqual(["stage", "owner_id"]);
});

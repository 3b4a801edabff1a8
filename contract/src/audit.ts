import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { PageQuery, pageOf } from "./paging.ts";

/** A record as audit and undo lists name it. `object` is its table: `lead`, `contact`, `routing_rule`. */
export const AuditRecord = z.object({
  object: z.string(),
  id: z.uuid(),
  /** Null for 未具名, and for what has no name. */
  title: z.string().nullable(),
});
export type AuditRecord = z.infer<typeof AuditRecord>;

/** Who acted. A rule acts under its own id; the house itself has none. */
export const AuditActor = z.object({
  kind: z.enum(["person", "rule", "system"]),
  id: z.uuid().nullable(),
  /** Absent when there is no such person or rule any more. */
  name: z.string().nullable(),
});
export type AuditActor = z.infer<typeof AuditActor>;

/** One value of a column, as the viewer may see it. */
export const AuditValue = z.object({
  /** As PostgreSQL writes it: `2025-11-20 08:00:00+00`, `t`, a uuid. Null for empty. */
  value: z.string().nullable(),
  /** The name behind an id: of a person, pool, product line, account … */
  label: z.string().nullable(),
  masked: z.boolean(),
});
export type AuditValue = z.infer<typeof AuditValue>;

/** `no`: not undoable, `reason` says why. `partly`: undone, but for what had been changed since. */
export const UndoState = z.enum(["possible", "undone", "partly", "no"]);
export type UndoState = z.infer<typeof UndoState>;

/** What somebody did, with what the house did because of it folded in. */
export const AuditOperation = z.object({
  id: z.uuid(),
  /** Key of its sentence, with `summary` for its words: `lead.accept`. */
  kind: z.string(),
  actor: AuditActor,
  at: z.iso.datetime(),
  source: z.string(),
  summary: z.record(z.string(), z.unknown()),
  undo: UndoState,
  /** Why it cannot be undone, in the viewer's language; present when `undo` is `no`. */
  reason: z.string().optional(),
  /** The undo that took it back; undoing that is redo. */
  undoneBy: z.object({ id: z.uuid(), actor: AuditActor, at: z.iso.datetime() }).optional(),
  /** Set when this is itself an undo. */
  undoes: z.object({ id: z.uuid(), kind: z.string() }).optional(),
  /** Batches, and what rules and schedules did because of it. */
  followed: z.int(),
});
export type AuditOperation = z.infer<typeof AuditOperation>;

/** Rows of one table that an operation wrote. */
export const TableCount = z.object({ table: z.string(), created: z.int(), changed: z.int(), removed: z.int() });
export type TableCount = z.infer<typeof TableCount>;

/** One row that an operation wrote. Hidden columns are not there. */
export const AuditChange = z.object({
  operationId: z.uuid(),
  kind: z.string(),
  actor: AuditActor,
  at: z.iso.datetime(),
  table: z.string(),
  rowId: z.uuid(),
  act: z.enum(["created", "changed", "removed", "put_back"]),
  record: AuditRecord,
  /** Set where the row is the value of a field that the company added. */
  fieldId: z.uuid().optional(),
  columns: z.array(z.object({ column: z.string(), before: AuditValue.nullable(), after: AuditValue.nullable() })),
});
export type AuditChange = z.infer<typeof AuditChange>;

/** Why something stays: somebody changed it since, it is gone, its key is taken, something refers to it … */
export const StayReason = z.enum([
  "changed",
  "gone",
  "present",
  "check",
  "together",
  "taken",
  "missing",
  "referred",
  "part",
]);
export type StayReason = z.infer<typeof StayReason>;

export const StayingValue = z.object({
  record: AuditRecord,
  table: z.string(),
  /** Absent when the whole row stays. */
  column: z.string().optional(),
  reason: StayReason,
  before: AuditValue.nullable(),
  written: AuditValue.nullable(),
  now: AuditValue.nullable(),
  changedBy: z.object({ operationId: z.uuid(), kind: z.string(), actor: AuditActor, at: z.iso.datetime() }).optional(),
});
export type StayingValue = z.infer<typeof StayingValue>;

/** What an undo does, or did. */
export const UndoReport = z.object({
  operationId: z.uuid(),
  kind: z.string(),
  at: z.iso.datetime(),
  /** The operation, its batches, and what followed from them. */
  operations: z.int(),
  tables: z.array(
    z.object({ table: z.string(), removed: z.int(), restored: z.int(), putBack: z.int(), stays: z.int() }),
  ),
  /** Rows of all tables that go back, and that stay. */
  goesBack: z.int(),
  stays: z.int(),
  /** At most 500; the counts are whole. */
  staying: z.array(StayingValue),
  /** Of the 500 those that the viewer may not see. */
  stayingOutside: z.int(),
  /** What cannot be taken back, by name: `notifications`, `reveals`. */
  leftTheHouse: z.array(z.object({ what: z.string(), count: z.int() })),
});
export type UndoReport = z.infer<typeof UndoReport>;

/** The preview also says whether the viewer may do it. */
export const UndoPreview = UndoReport.extend({ mayUndo: z.boolean() });

/** A record that was deleted and can come back. */
export const TrashRow = z.object({
  record: AuditRecord,
  operationId: z.uuid(),
  kind: z.string(),
  actor: AuditActor,
  at: z.iso.datetime(),
  /** How many records of this object the same operation deleted. */
  together: z.int(),
  /** They deleted it themselves, or may undo what others did. */
  mayRestore: z.boolean(),
});
export type TrashRow = z.infer<typeof TrashRow>;

const UNDO_ERRORS = ["undo_own_only", "undo_no_right", "undone_already", "not_undoable", "images_gone"];
const operationParams = z.object({ operationId: z.uuid() });
const Page = PageQuery;

export const audit = {
  list: endpoint({
    id: "audit.listOperations",
    method: "GET",
    path: "/operations",
    summary: "What was done, the latest first: by the viewer, and by others as far as their grant reaches.",
    query: Page.extend({
      from: z.iso.datetime().optional(),
      until: z.iso.datetime().optional(),
      /** A person or a rule. */
      actorId: z.uuid().optional(),
      /** Only what the house did by itself. */
      bySystem: z.stringbool().optional(),
      /** Table of a record: `lead`. */
      object: z.string().max(80).optional(),
      kind: z.string().max(80).optional(),
      /** In the words of the operation and the name of who acted. */
      text: z.string().trim().max(200).optional(),
      mine: z.stringbool().optional(),
    }),
    response: pageOf(AuditOperation),
    errors: ["cursor_invalid"],
  }),
  show: endpoint({
    id: "audit.showOperation",
    method: "GET",
    path: "/operations/:operationId",
    summary: "One operation with how many rows it wrote in which table.",
    params: operationParams,
    response: AuditOperation.extend({ tables: z.array(TableCount) }),
  }),
  changes: endpoint({
    id: "audit.listChanges",
    method: "GET",
    path: "/operations/:operationId/changes",
    summary: "The rows of one table that an operation and what followed from it wrote, before and after.",
    params: operationParams,
    query: Page.extend({ table: z.string().max(80) }),
    response: pageOf(AuditChange).extend({ outside: z.int() }),
    errors: ["cursor_invalid"],
  }),
  history: endpoint({
    id: "audit.showHistory",
    method: "GET",
    path: "/records/:object/:recordId/history",
    summary: "Everything that was changed in one record and in the rows that belong to it, the latest first.",
    params: z.object({ object: z.string().max(80), recordId: z.uuid() }),
    query: Page,
    response: pageOf(AuditChange),
    errors: ["cursor_invalid"],
  }),
  previewUndo: endpoint({
    id: "audit.previewUndo",
    method: "GET",
    path: "/operations/:operationId/undo",
    summary: "What undoing would take back, what would stay, and what cannot be taken back. Writes nothing.",
    params: operationParams,
    response: UndoPreview,
    errors: ["undone_already", "not_undoable", "images_gone"],
  }),
  undo: endpoint({
    id: "audit.undo",
    method: "POST",
    path: "/operations/:operationId/undo",
    summary: "Undoes an operation. The header operation-id names the undo; undoing that is redo.",
    params: operationParams,
    response: UndoReport,
    errors: UNDO_ERRORS,
  }),
  trash: endpoint({
    id: "audit.listTrash",
    method: "GET",
    path: "/trash",
    summary: "Records that were deleted and can come back, the latest first.",
    query: Page.extend({
      /** Of one kind of record; without it, of all. */
      object: z.string().max(80).optional(),
      mine: z.stringbool().optional(),
    }),
    response: pageOf(TrashRow),
    errors: ["cursor_invalid"],
  }),
  restore: endpoint({
    id: "audit.restoreRecords",
    method: "POST",
    path: "/operations/:operationId/restore",
    summary: "Brings back some of the records that an operation deleted, with their parts and what they need.",
    params: operationParams,
    body: z.object({ object: z.string().max(80), recordIds: z.array(z.uuid()).min(1).max(1000) }),
    response: UndoReport,
    errors: UNDO_ERRORS,
  }),
};

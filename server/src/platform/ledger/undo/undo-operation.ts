import type { PoolClient } from "pg";
import { bindClient } from "../../database/bind-client.ts";
import type { Actor, Context, House, OperationSource, ReadContext } from "../context.ts";
import { operate } from "../operate.ts";
import { operationKindNamed, RESTORE, UNDO } from "../operation-kind.ts";
import { announceUndone } from "./announce-undone.ts";
import { applyPlan } from "./apply-plan.ts";
import { scopeState, IMAGES_KEPT_MONTHS, lockRoot } from "./find-scope.ts";
import type { ScopeRoot } from "./find-scope.ts";
import type { DeletedRows } from "./narrow-to-deleted.ts";
import { planUndo } from "./plan-undo.ts";
import type { UndoPlan } from "./plan-undo.ts";
import { reportPlan } from "./report-plan.ts";
import type { UndoReport } from "./report-plan.ts";

/** Why an operation cannot be undone at all. */
export type UndoRefusal =
  | { readonly refused: "unknown" }
  | { readonly refused: "undone_already" }
  | { readonly refused: "not_undoable"; readonly reasonKey: string }
  | { readonly refused: "images_gone"; readonly keptMonths: number };

/** What undoing the operation now would do; writes nothing. */
export function previewUndo(house: House, operationId: string): Promise<UndoReport | UndoRefusal> {
  return inspectUndo(house, operationId, async (report) => report);
}

/** A plan with its report and the transaction that holds its temporary tables. */
export interface PlannedUndo extends ReadContext {
  readonly client: PoolClient;
  readonly plan: UndoPlan;
}

/** Plans an undo and lets `inspect` read what it would do, the temporary tables of the plan included; writes nothing. */
export async function inspectUndo<Result>(
  house: House,
  operationId: string,
  inspect: (report: UndoReport, planned: PlannedUndo) => Promise<Result>,
): Promise<Result | UndoRefusal> {
  const client = await house.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin isolation level repeatable read");
    const now = house.clock.now();
    const root = await undoableRoot(client, operationId, now);
    if ("refused" in root) return root;
    const plan = await planUndo(client, root);
    return await inspect(await reportUndo(client, plan), { tx: bindClient(client), now, client, plan });
  } finally {
    await client.query("rollback").catch((lost: Error) => (broken = lost));
    client.release(broken);
  }
}

export interface UndoRequest {
  readonly operationId: string;
  readonly actor: Actor;
  readonly source: OperationSource;
  /**
   * Brings back only these deleted rows, with their parts and what they refer to. The operation does not count as undone:
   * the rest can be brought back later.
   */
  readonly only?: DeletedRows;
  /** Last word before anything is written: whether this actor may undo what the report says. Throws to refuse. */
  readonly allow?: (report: UndoReport, planned: PlannedUndo) => Promise<void>;
}

export interface Undone {
  /** Of the undo itself; undoing that is redo. */
  readonly operationId: string;
  readonly report: UndoReport;
}

class Refused extends Error {
  readonly refusal: UndoRefusal;
  constructor(refusal: UndoRefusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/** Of a reference that is checked later, and of one that restricts (its own code from PostgreSQL 18 on). */
const REFERENCE_VIOLATIONS: ReadonlySet<string> = new Set(["23503", "23001"]);

/** Says "again" the way PostgreSQL does, so that `operate` repeats the undo on a new snapshot. */
class PlanOutdated extends Error {
  readonly code = "40001";

  constructor(cause?: unknown) {
    super(`the plan of the undo is outdated${cause instanceof Error ? `: ${cause.message}` : ""}`, { cause });
  }
}

/**
 * Undoes an operation: restores what nobody touched since, leaves and reports the rest (architecture.md, Undo). Runs on one
 * snapshot; a row that is changed meanwhile makes PostgreSQL refuse the commit, and the undo is planned anew.
 */
export async function undoOperation(house: House, request: UndoRequest): Promise<Undone | UndoRefusal> {
  const { actor, source } = request;
  const known = await house.pool.query("select from operation where id = $1", [request.operationId]);
  if (known.rowCount === 0) return { refused: "unknown" };
  try {
    const { operationId, result } = await operate(
      house,
      { actor, source, kind: request.only ? RESTORE : UNDO, isolation: "repeatable read" },
      (context) => carryOut(house, context, request),
    );
    return { operationId, report: result };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function carryOut(house: House, context: Context, request: UndoRequest): Promise<UndoReport> {
  const root = await undoableRoot(context.client, request.operationId, context.now);
  if ("refused" in root) throw new Refused(root);
  await refuseOutdatedSnapshot(house, context, root);
  if (!request.only) {
    await context.client.query("update operation set undoes_id = $2 where id = $1", [context.operationId, root.id]);
  }
  const plan = await planUndo(context.client, root, request.only);
  const report = await reportUndo(context.client, plan);
  await request.allow?.(report, { ...context, plan });
  await applyAgainstSnapshot(context, plan);
  await context.summarise({ kind: root.kind, staying: report.stayingCount, tables: report.tables });
  await announceUndone(context, plan);
  return report;
}

/** An act that takes back leaves nothing behind: what people changed since goes to the side it belongs to. */
async function reportUndo(client: PoolClient, plan: UndoPlan): Promise<UndoReport> {
  const report = await reportPlan(client, plan);
  if (!operationKindNamed(plan.root.kind).takenBack) return report;
  const tables = report.tables.map((table) => ({ ...table, restored: table.restored + table.stays, stays: 0 }));
  return { ...report, tables, staying: [], stayingCount: 0 };
}

/** Somebody referred to a row that is going, after the snapshot: plan again, then that row is seen and stays. */
async function applyAgainstSnapshot(context: Context, plan: UndoPlan): Promise<void> {
  const { takenBack, redoneByRepeating } = operationKindNamed(plan.root.kind);
  if (takenBack) return takenBack.carryOut(context, plan.root.id);
  try {
    await applyPlan(context, plan, redoneByRepeating !== true);
  } catch (error) {
    throw REFERENCE_VIOLATIONS.has((error as { code?: string }).code ?? "") ? new PlanOutdated(error) : error;
  }
}

/**
 * The snapshot may be older than the lock on the root: a handler or another undo that was under way when we waited has
 * written by then. Reading once more on another connection shows it. (`undoes_id` is set after the lock, not when the
 * operation opens: its foreign key would lock the root first, and two undos at once would deadlock.)
 */
async function refuseOutdatedSnapshot(house: House, context: Context, root: ScopeRoot): Promise<void> {
  const seen = await scopeState(context.client, root.id);
  const present = await scopeState(house.pool, root.id);
  if (seen !== present) throw new PlanOutdated();
}

async function undoableRoot(client: PoolClient, operationId: string, now: Date): Promise<ScopeRoot | UndoRefusal> {
  const root = await lockRoot(client, operationId);
  if (!root) return { refused: "unknown" };
  const { notUndoable = operationKindNamed(root.undoesKind ?? "").takenBack?.notRedoable, takenBack } =
    operationKindNamed(root.kind);
  if (notUndoable !== undefined) return { refused: "not_undoable", reasonKey: notUndoable };
  if (root.undone || (await takenBack?.isDone({ tx: bindClient(client) }, root.id)))
    return { refused: "undone_already" };
  const expires = new Date(root.at);
  expires.setUTCMonth(expires.getUTCMonth() + IMAGES_KEPT_MONTHS);
  return expires < now ? { refused: "images_gone", keptMonths: IMAGES_KEPT_MONTHS } : root;
}

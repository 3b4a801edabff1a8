import type { Holder, LeadStage, Pool } from "@tongzhou/contract/lead-stages";

/** How a lead of a history file begins (row 1b of the lead table). */
export interface HistoryEntry {
  readonly stage: LeadStage;
  readonly holder: Holder;
  readonly reason: string | null;
}

/** Where a lead of each stage waits when nobody holds it; null: it needs an owner. */
const WAITS_IN: Readonly<Record<LeadStage, Pool | null>> = {
  raw: "sdr",
  nurturing: "nurture",
  qualifying: "sdr",
  mql: "triage",
  assigned: null,
  sql: null,
  converted: null,
  disqualified: "invalid",
};
/** In these an owner may hold it; in the others the pool does, whoever the file names. */
const OWNED: ReadonlySet<LeadStage> = new Set(["qualifying", "assigned", "sql", "converted"]);
/** A file says that a lead was given up and hardly ever why. */
const GIVEN_UP_BEFORE = "history";

/**
 * The stage and the holder of an old lead: as the file says; without a stage, in sales' hands when somebody holds it and
 * raw when nobody does. Null when the stage needs an owner and the file names none.
 */
export function historyEntry(stage: LeadStage | null, ownerId: string | null): HistoryEntry | null {
  const entered = stage ?? (ownerId === null ? "raw" : "sql");
  const reason = entered === "disqualified" ? GIVEN_UP_BEFORE : null;
  if (ownerId !== null && OWNED.has(entered)) return { stage: entered, holder: { kind: "owner", ownerId }, reason };
  const pool = WAITS_IN[entered];
  return pool === null ? null : { stage: entered, holder: { kind: "pool", pool, teamId: null }, reason };
}

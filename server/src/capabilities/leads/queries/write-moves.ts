import { insertRows, insertTogether } from "../../../platform/database/insert-rows.ts";
import { insertion } from "../../../platform/database/insertion.ts";
import type { Insertion } from "../../../platform/database/insertion.ts";
import type { Context } from "../../../platform/ledger/context.ts";
import { leadInsertion } from "./lead-rows.ts";
import type { FollowingRows, NewLeadRow } from "./lead-rows.ts";

/** The columns of a lead that moving changes, as they shall be. */
export interface MovedLeadRow {
  readonly id: string;
  readonly stage: string;
  readonly owner_id: string | null;
  readonly pool_id: string | null;
  readonly pool_kind: string | null;
  readonly cycle: number;
  readonly nurture_group: string | null;
  readonly parked_until: Date | null;
  readonly reason: string | null;
  readonly merged_into_id: string | null;
}

export interface NewLifecycleEvent {
  readonly id: string;
  readonly lead_id: string;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly cycle: number;
  readonly table_row: string;
  readonly from_stage: string | null;
  readonly to_stage: string;
  readonly from_owner_id: string | null;
  readonly from_pool_id: string | null;
  readonly to_owner_id: string | null;
  readonly to_pool_id: string | null;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface NewAssignment {
  readonly id: string;
  readonly lead_id: string;
  readonly cycle: number;
  readonly owner_id: string;
  readonly assigned_at: Date;
  readonly rule_id: string | null;
  readonly team_id: string | null;
  readonly explanation: Readonly<Record<string, unknown>>;
  readonly uses_turn: boolean;
}

export interface NewAssignmentEnd {
  readonly id: string;
  readonly assignment_id: string;
  readonly at: Date;
  readonly outcome: string;
  readonly reason: string | null;
  readonly note: string | null;
  readonly bounce: boolean;
  readonly turn_back: boolean;
}

export interface NewBreach {
  readonly id: string;
  readonly assignment_id: string;
  readonly at: Date;
}

const MOVED: { readonly [Column in keyof MovedLeadRow]: string } = {
  id: "uuid",
  stage: "text",
  owner_id: "uuid",
  pool_id: "uuid",
  pool_kind: "text",
  cycle: "int",
  nurture_group: "text",
  parked_until: "timestamptz",
  reason: "text",
  merged_into_id: "uuid",
};

/** Writes leads that were locked before. One statement, whatever their number. */
export async function updateMovedLeads({ client }: Context, rows: readonly MovedLeadRow[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(MOVED) as (keyof MovedLeadRow)[];
  const changed = columns.filter((column) => column !== "id").map((column) => `${column} = moved.${column}`);
  const given = columns.map((column, place) => `$${place + 1}::${MOVED[column]}[]`);
  await client.query({
    name: "update-moved-leads",
    text: `
      update lead
      set ${changed.join(", ")}
      from unnest(${given.join(", ")}) as moved (${columns.join(", ")})
      where lead.id = moved.id`,
    values: columns.map((column) => rows.map((row) => textOf(row[column]))),
  });
}

function textOf(value: string | number | Date | null): string | null {
  if (value === null) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}

export async function insertLifecycleEvents({ client }: Context, rows: readonly NewLifecycleEvent[]): Promise<void> {
  await insertRows<NewLifecycleEvent>(
    client,
    "lifecycle_event",
    {
      id: "uuid",
      lead_id: "uuid",
      occurred_at: "timestamptz",
      recorded_at: "timestamptz",
      cycle: "int",
      table_row: "text",
      from_stage: "text",
      to_stage: "text",
      from_owner_id: "uuid",
      from_pool_id: "uuid",
      to_owner_id: "uuid",
      to_pool_id: "uuid",
      actor_kind: "text",
      actor_id: "uuid",
      reason: "text",
      details: "jsonb",
    },
    rows,
  );
}

const assignmentInsertion = (rows: readonly NewAssignment[]): Insertion =>
  insertion<NewAssignment>(
    "assignment",
    {
      id: "uuid",
      lead_id: "uuid",
      cycle: "int",
      owner_id: "uuid",
      assigned_at: "timestamptz",
      rule_id: "uuid",
      team_id: "uuid",
      explanation: "jsonb",
      uses_turn: "boolean",
    },
    rows,
  );

export async function insertAssignments({ client }: Context, rows: readonly NewAssignment[]): Promise<void> {
  await insertTogether(client, [assignmentInsertion(rows)]);
}

/** Inserts leads with their assignments and other rows that refer to them. */
export async function insertNewborns(
  { client }: Context,
  leads: readonly NewLeadRow[],
  assignments: readonly NewAssignment[],
  followers: readonly FollowingRows[],
): Promise<void> {
  await insertTogether(client, [leadInsertion(leads), assignmentInsertion(assignments), ...followers]);
}

export async function insertAssignmentEnds({ client }: Context, rows: readonly NewAssignmentEnd[]): Promise<void> {
  await insertRows<NewAssignmentEnd>(
    client,
    "assignment_end",
    {
      id: "uuid",
      assignment_id: "uuid",
      at: "timestamptz",
      outcome: "text",
      reason: "text",
      note: "text",
      bounce: "boolean",
      turn_back: "boolean",
    },
    rows,
  );
}

export async function insertBreaches({ client }: Context, rows: readonly NewBreach[]): Promise<void> {
  await insertRows<NewBreach>(
    client,
    "assignment_breach",
    { id: "uuid", assignment_id: "uuid", at: "timestamptz" },
    rows,
  );
}

/** The teams in which these people sit now. */
export async function teamsOf({ client }: Context, personIds: readonly string[]): Promise<Map<string, string | null>> {
  const { rows } = await client.query<{ id: string; teamId: string | null }>({
    name: "teams-of-owners",
    text: `select id, team_id as "teamId" from published.person where id = any($1::uuid[])`,
    values: [personIds],
  });
  return new Map(rows.map(({ id, teamId }) => [id, teamId]));
}

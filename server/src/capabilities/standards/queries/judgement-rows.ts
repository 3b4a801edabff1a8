import type { CellDestination, GradeCell } from "@tongzhou/contract/lead-standard";
import type { LeadStage } from "@tongzhou/contract/lead-stages";
import { CompiledQuery } from "kysely";
import { insertTogether } from "../../../platform/database/insert-rows.ts";
import { insertion } from "../../../platform/database/insertion.ts";
import type { Insertion } from "../../../platform/database/insertion.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** A lead under its lock, with the judgement it has. */
export interface JudgedBefore {
  readonly leadId: string;
  readonly stage: LeadStage;
  readonly standardId: string | null;
  readonly cell: GradeCell | null;
}

/** Locks leads in the order of their ids and reads how they were judged last. */
export async function lockJudged({ client }: Context, leadIds: readonly string[]): Promise<JudgedBefore[]> {
  await client.query({
    name: "lock-leads-to-judge",
    text: "select from published.lead where id = any($1::uuid[]) order by id for no key update",
    values: [leadIds],
  });
  // A statement of its own: the lock may have waited, and its snapshot is older than what it waited for.
  const { rows } = await client.query<JudgedBefore>({
    name: "read-leads-to-judge",
    text: JUDGED_BEFORE,
    values: [leadIds],
  });
  return rows;
}

/** How leads were judged last, without a lock. */
export async function findJudged({ tx }: Pick<ReadContext, "tx">, leadIds: readonly string[]): Promise<JudgedBefore[]> {
  const { rows } = await tx.executeQuery<JudgedBefore>(CompiledQuery.raw(JUDGED_BEFORE, [leadIds]));
  return rows;
}

const JUDGED_BEFORE = `
  select l.id as "leadId", l.stage, j.standard_id as "standardId", j.cell
  from published.lead as l
  left join lateral (
    select standard_id, fit_grade || engagement_grade as cell
    from judgement
    where lead_id = l.id
    order by judged_at desc, id desc
    limit 1
  ) as j on true
  where l.id = any($1::uuid[])`;

interface NewJudgement {
  readonly leadId: string;
  readonly standardId: string;
  readonly fit: number;
  readonly engagement: number;
  readonly cell: GradeCell;
  readonly destination: CellDestination;
  readonly cause: string;
}

export async function insertJudgements({ client }: Context, judgements: Insertion): Promise<void> {
  await insertTogether(client, [judgements]);
}

export function judgementInsertion(context: Context, judgements: readonly NewJudgement[]): Insertion {
  const rows = judgements.map((one) => ({
    id: context.newId(),
    lead_id: one.leadId,
    standard_id: one.standardId,
    judged_at: context.now,
    fit: one.fit,
    engagement: one.engagement,
    fit_grade: one.cell.charAt(0),
    engagement_grade: Number(one.cell.charAt(1)),
    destination: one.destination,
    trigger: one.cause,
  }));
  return insertion<(typeof rows)[number]>(
    "judgement",
    {
      id: "uuid",
      lead_id: "uuid",
      standard_id: "uuid",
      judged_at: "timestamptz",
      fit: "int",
      engagement: "int",
      fit_grade: "text",
      engagement_grade: "int",
      destination: "text",
      trigger: "text",
    },
    rows,
  );
}

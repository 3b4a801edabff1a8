import type { Cost } from "@tongzhou/contract/enrichment";
import { sql } from "kysely";
import type { House, ReadContext } from "../../../platform/ledger/context.ts";
import { AFTER_ANSWER, FAILURES_UNTIL_REST, afterFailure } from "../domain/breaker.ts";
import type { Breaker } from "../domain/breaker.ts";

/** A failure, as the settings show it. */
export interface NotedFailure {
  readonly at: string;
  readonly code: string;
  readonly detail: string;
}

export interface StoredHealth extends Breaker {
  readonly sourceId: string;
  readonly asked: number;
  readonly answered: number;
  /** Minor units by currency. */
  readonly costs: Readonly<Record<string, number>>;
  readonly failures: readonly NotedFailure[];
}

/** Failures that are remembered. */
const KEPT_FAILURES = 10;
const LONGEST_DETAIL = 300;

const COLUMNS = `source_id as "sourceId", asked::int, answered::int, costs, failed_in_a_row as "failedInARow",
  rests_until as "restsUntil", failures`;

/** How sources are; one that was never asked is not among them. */
export async function readHealth({ tx }: Pick<ReadContext, "tx">): Promise<Map<string, StoredHealth>> {
  const { rows } = await sql<StoredHealth>`select ${sql.raw(COLUMNS)} from enrichment_health`.execute(tx);
  return new Map(rows.map((row) => [row.sourceId, row]));
}

/** How one source is now. */
export async function healthOf({ pool }: Pick<House, "pool">, sourceId: string): Promise<Breaker> {
  const { rows } = await pool.query<Breaker>(
    `select failed_in_a_row as "failedInARow", rests_until as "restsUntil" from enrichment_health where source_id = $1`,
    [sourceId],
  );
  return rows[0] ?? AFTER_ANSWER;
}

/**
 * Takes the one question that may be put to a source whose rest is over: until it is answered, the rest goes on for all others.
 * @returns whether it was got.
 */
export async function takeTrial(
  { pool, clock }: Pick<House, "pool" | "clock">,
  sourceId: string,
  forMs: number,
): Promise<boolean> {
  const now = clock.now();
  const { rowCount } = await pool.query(
    `update enrichment_health set rests_until = $2
     where source_id = $1 and failed_in_a_row >= $4 and rests_until <= $3`,
    [sourceId, new Date(now.getTime() + forMs), now, FAILURES_UNTIL_REST],
  );
  return rowCount === 1;
}

/** Notes that a source answered, for how many, and what that cost. */
export async function noteAnswer(
  { pool }: Pick<House, "pool">,
  sourceId: string,
  { asked, answered, costs }: { readonly asked: number; readonly answered: number; readonly costs: readonly Cost[] },
): Promise<void> {
  const sums: Record<string, number> = {};
  for (const { currency, minor } of costs) sums[currency] = (sums[currency] ?? 0) + minor;
  await pool.query(
    `insert into enrichment_health as h (source_id, asked, answered, costs) values ($1, $2, $3, $4)
     on conflict (source_id) do update
     set asked = h.asked + $2, answered = h.answered + $3, failed_in_a_row = 0, rests_until = null,
       costs = (
         select coalesce(jsonb_object_agg(currency, minor), '{}')
         from (
           select currency, sum(minor) as minor
           from (
             select key as currency, value::bigint as minor from jsonb_each_text(h.costs)
             union all
             select key, value::bigint from jsonb_each_text($4)
           ) as each
           group by currency
         ) as summed
       )`,
    [sourceId, asked, answered, JSON.stringify(sums)],
  );
}

/** Notes that a source said nothing, and lets it rest when that goes on. */
export async function noteFailure(
  { pool, clock }: Pick<House, "pool" | "clock">,
  sourceId: string,
  { code, detail }: Omit<NotedFailure, "at">,
): Promise<Breaker> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("insert into enrichment_health (source_id) values ($1) on conflict do nothing", [sourceId]);
    const { rows } = await client.query<Breaker>(
      `select failed_in_a_row as "failedInARow", rests_until as "restsUntil" from enrichment_health where source_id = $1 for update`,
      [sourceId],
    );
    const now = clock.now();
    const next = afterFailure(rows[0] ?? AFTER_ANSWER, now);
    const failure: NotedFailure = { at: now.toISOString(), code, detail: detail.slice(0, LONGEST_DETAIL) };
    await client.query(
      `update enrichment_health
       set failed_in_a_row = $2, rests_until = $3,
         failures = jsonb_path_query_array($4::jsonb || failures, '$[0 to ${KEPT_FAILURES - 1}]')
       where source_id = $1`,
      [sourceId, next.failedInARow, next.restsUntil, JSON.stringify([failure])],
    );
    await client.query("commit");
    return next;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

/** Ends the rest of a source: somebody has put right what was wrong. */
export async function endRest({ tx }: Pick<ReadContext, "tx">, sourceId: string): Promise<void> {
  await sql`
    update enrichment_health set failed_in_a_row = 0, rests_until = null where source_id = ${sourceId}::uuid`.execute(
    tx,
  );
}

/** A moment of the database's clock, which is the one of waiting jobs. */
export async function databaseTimeIn({ pool }: Pick<House, "pool">, milliseconds: number): Promise<Date> {
  const { rows } = await pool.query<{ at: Date }>("select now() + $1 * interval '1 millisecond' as at", [milliseconds]);
  const [row] = rows;
  if (!row) throw new Error("the database does not tell its time");
  return row.at;
}

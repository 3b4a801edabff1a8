import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** Two contacts that matching found, the lower id first, and the bits for their being one. */
export interface MatchedPair {
  readonly firstId: string;
  readonly secondId: string;
  readonly bits: number;
}

/**
 * Keeps what matching found: of contacts that go on, and of which nobody said that they are two, nor of anything that was
 * merged into them. A pair that is there already is weighed anew.
 * @param runId the matching of all contacts that found them; null for one contact at a time.
 * @returns those that were kept.
 */
export async function writeMatchedPairs(
  { client, newId, now }: Context,
  pairs: readonly MatchedPair[],
  runId: string | null,
): Promise<Pick<MatchedPair, "firstId" | "secondId">[]> {
  if (pairs.length === 0) return [];
  const { rows } = await client.query<Pick<MatchedPair, "firstId" | "secondId">>(
    `with recursive wanted as (
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::real[]) as w (id, first_id, second_id, bits)
     ), below as (
       select c.id as root, c.id
       from published.contact as c
       where c.merged_into_id is null and c.id in (select first_id from wanted union select second_id from wanted)
       union
       select below.root, c.id from published.contact as c join below on c.merged_into_id = below.id
     ), judged as (
       select least(a.root, b.root) as one, greatest(a.root, b.root) as other
       from below as a
       join duplicate_pair as d on d.first_id = a.id and d.verdict = 'different'
       join below as b on b.id = d.second_id
     )
     insert into match_pair (id, first_id, second_id, bits, found_at, run_id)
     select w.id, w.first_id, w.second_id, w.bits, $5, $6
     from wanted as w
     where exists (select from below where below.id = w.first_id and below.root = w.first_id)
       and exists (select from below where below.id = w.second_id and below.root = w.second_id)
       and not exists (select from judged where judged.one = w.first_id and judged.other = w.second_id)
     on conflict (first_id, second_id) do update set bits = excluded.bits, run_id = excluded.run_id
     returning first_id as "firstId", second_id as "secondId"`,
    [
      pairs.map(() => newId()),
      pairs.map(({ firstId }) => firstId),
      pairs.map(({ secondId }) => secondId),
      pairs.map(({ bits }) => bits),
      now,
      runId,
    ],
  );
  return rows;
}

/** Lets go of what a matching of all contacts did not find again; what was found since it began stays. */
export async function dropPairsNotOf({ client }: Context, runId: string, begunAt: Date): Promise<void> {
  await client.query("delete from match_pair where run_id is distinct from $1 and found_at < $2", [runId, begunAt]);
}

/** The contacts that matching found for these, in either place. */
export async function findPartners(
  { tx }: Pick<ReadContext, "tx">,
  contactIds: readonly string[],
): Promise<{ id: string; partnerId: string }[]> {
  const ids = sql`${[...contactIds]}::uuid[]`;
  const { rows } = await sql<{ id: string; partnerId: string }>`
    select first_id as id, second_id as "partnerId" from match_pair where first_id = any(${ids})
    union
    select second_id, first_id from match_pair where second_id = any(${ids})`.execute(tx);
  return rows;
}

/** Lets go of all that was found for these contacts, but for these pairs. */
export async function dropPairsOf(
  { client }: Context,
  contactIds: readonly string[],
  kept: readonly Pick<MatchedPair, "firstId" | "secondId">[],
): Promise<void> {
  await client.query(
    `delete from match_pair
     where (first_id = any($1::uuid[]) or second_id = any($1::uuid[]))
       and (first_id, second_id) not in (select * from unnest($2::uuid[], $3::uuid[]))`,
    [contactIds, kept.map(({ firstId }) => firstId), kept.map(({ secondId }) => secondId)],
  );
}

/** Which of these contacts others were merged into. */
export async function findSurvivors({ tx }: Pick<ReadContext, "tx">, contactIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct merged_into_id as id from published.contact
    where merged_into_id = any(${[...contactIds]}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
}

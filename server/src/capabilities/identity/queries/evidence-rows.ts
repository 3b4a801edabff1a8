import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import { ASKED } from "./asked-pairs.ts";
import type { WeighedPair } from "../domain/weigh-pair.ts";

export interface PairToWeigh {
  readonly id: string;
  readonly firstId: string;
  readonly secondId: string;
  /** Whether one record brought identifiers of both. */
  readonly areTogether: boolean;
}

const OPEN = sql`
  select p.id, p.first_id as "firstId", p.second_id as "secondId",
    exists (
      select from published.contact_conflict as c
      where (c.contact_id, c.other_contact_id) in ((p.first_id, p.second_id), (p.second_id, p.first_id))
    ) as "areTogether"
  from ${ASKED} as p`;

/** These pairs, as they are weighed. */
export async function findPairsToWeigh(
  { tx }: Pick<ReadContext, "tx">,
  ids: readonly string[],
): Promise<PairToWeigh[]> {
  const { rows } = await sql<PairToWeigh>`${OPEN} where p.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

/** The kept pairs that are still open and have one of these contacts. */
export async function findOpenPairsOf(
  { tx }: Pick<ReadContext, "tx">,
  contactIds: readonly string[],
): Promise<string[]> {
  const ids = sql`${[...contactIds]}::uuid[]`;
  const { rows } = await sql<{ id: string }>`
    select id from duplicate_pair where first_id = any(${ids}) and verdict is distinct from 'different'
    union
    select id from duplicate_pair where second_id = any(${ids}) and verdict is distinct from 'different'`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Writes what pairs were weighed at, in place of what was there. */
export async function writeEvidence(
  { client, now }: Context,
  weighed: readonly (WeighedPair & { readonly id: string })[],
): Promise<void> {
  await client.query(
    `insert into duplicate_evidence (pair_id, bits, prior, probability, lines, weighed_at)
     select w.*, $6 from unnest($1::uuid[], $2::real[], $3::real[], $4::real[], $5::jsonb[]) as w (pair_id, bits, prior, probability, lines)
     on conflict (pair_id) do update
     set bits = excluded.bits, prior = excluded.prior, probability = excluded.probability, lines = excluded.lines,
       weighed_at = excluded.weighed_at`,
    [
      weighed.map(({ id }) => id),
      weighed.map(({ bits }) => bits),
      weighed.map(({ prior }) => prior),
      weighed.map(({ probability }) => probability),
      weighed.map(({ lines }) => JSON.stringify(lines)),
      now,
    ],
  );
}

/** What a pair was weighed at; undefined for one that was not yet. */
export async function findEvidence({ tx }: Pick<ReadContext, "tx">, pairId: string): Promise<WeighedPair | undefined> {
  const { rows } = await sql<WeighedPair>`
    select lines, bits, prior, probability from duplicate_evidence where pair_id = ${pairId}::uuid`.execute(tx);
  return rows[0];
}

/** The next kept pairs behind an id that are still open. */
export async function findOpenPairsAfter(
  { tx }: Pick<ReadContext, "tx">,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from duplicate_pair
    where id > ${afterId}::uuid and verdict is distinct from 'different'
    order by id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

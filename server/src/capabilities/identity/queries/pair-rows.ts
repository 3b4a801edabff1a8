import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import { ASKED } from "./asked-pairs.ts";

/** `person`: somebody gave a lead back as a duplicate, or took a merge apart. `matcher`: by what the two say of themselves. */
export type FoundBy = "capture" | "person" | "matcher";
export type Verdict = "different" | "later";

/** Two contacts that may be one person. */
export interface ProposedPair {
  readonly ids: readonly [string, string];
  readonly foundBy: FoundBy;
}

/**
 * Keeps pairs for people to judge: those of contacts that go on, that are not kept already, and of which nobody said that they
 * are two, nor of anything that was merged into them.
 * @returns the ids of the new pairs.
 */
export async function insertPairs(
  { client, newId, now }: Context,
  pairs: readonly ProposedPair[],
): Promise<{ id: string; ids: [string, string] }[]> {
  const { rows } = await client.query<{ id: string; first: string; second: string }>(
    `with recursive wanted as (
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as w (id, first_id, second_id, found_by)
     ), below as (
       select c.id as root, c.id
       from published.contact as c
       where c.merged_into_id is null and c.id in (select first_id from wanted union select second_id from wanted)
       union
       select below.root, c.id from published.contact as c join below on c.merged_into_id = below.id
     )
     insert into duplicate_pair (id, first_id, second_id, found_by, at)
     select w.id, w.first_id, w.second_id, w.found_by, $5
     from wanted as w
     where exists (select from below where below.root = w.first_id)
       and exists (select from below where below.root = w.second_id)
       and not exists (
         select from below as a
         join below as b on b.root = w.second_id
         join duplicate_pair as d on d.first_id = least(a.id, b.id) and d.second_id = greatest(a.id, b.id)
         where a.root = w.first_id and d.verdict = 'different'
       )
     on conflict (first_id, second_id) do nothing
     returning id, first_id as first, second_id as second`,
    [
      pairs.map(() => newId()),
      pairs.map(({ ids: [a, b] }) => (a < b ? a : b)),
      pairs.map(({ ids: [a, b] }) => (a < b ? b : a)),
      pairs.map(({ foundBy }) => foundBy),
      now,
    ],
  );
  return rows.map(({ id, first, second }) => ({ id, ids: [first, second] }));
}

/** The pairs of contacts whose identifiers came in one record. */
export async function findConflicts(
  { tx }: Pick<ReadContext, "tx">,
  conflictIds: readonly string[],
): Promise<ProposedPair[]> {
  const { rows } = await sql<{ a: string; b: string }>`
    select contact_id as a, other_contact_id as b
    from published.contact_conflict
    where id = any(${[...conflictIds]}::uuid[])
    order by id`.execute(tx);
  return rows.map(({ a, b }) => ({ ids: [a, b], foundBy: "capture" }));
}

/** Contacts of leads that were given back as doubles, with those they were said to be; the newest word of each lead. */
export async function findNamedDoubles(
  { tx }: Pick<ReadContext, "tx">,
  leadIds: readonly string[],
): Promise<ProposedPair[]> {
  const { rows } = await sql<{ a: string; b: string }>`
    select l.contact_id as a, said.other_contact_id as b
    from published.lead as l
    cross join lateral (
      select e.other_contact_id from published.lifecycle_event as e where e.lead_id = l.id order by e.id desc limit 1
    ) as said
    where l.id = any(${[...leadIds]}::uuid[]) and said.other_contact_id <> l.contact_id
    order by l.id`.execute(tx);
  return rows.map(({ a, b }) => ({ ids: [a, b], foundBy: "person" }));
}

/** Open pairs of which one of these contacts was merged, as the pairs of those that go on for them. */
export async function findMovedPairs(
  { tx }: Pick<ReadContext, "tx">,
  contactIds: readonly string[],
): Promise<ProposedPair[]> {
  const { rows } = await sql<{ a: string; b: string; foundBy: FoundBy }>`
    with recursive moved as (
      select p.id, p.first_id as a, p.second_id as b, p.found_by
      from duplicate_pair as p
      join published.contact as f on f.id = p.first_id
      join published.contact as s on s.id = p.second_id
      where (p.first_id = any(${[...contactIds]}::uuid[]) or p.second_id = any(${[...contactIds]}::uuid[]))
        and p.verdict is distinct from 'different'
        and (f.merged_into_id is not null or s.merged_into_id is not null)
      union all
      select m.id, coalesce(f.merged_into_id, m.a), coalesce(s.merged_into_id, m.b), m.found_by
      from moved as m
      join published.contact as f on f.id = m.a
      join published.contact as s on s.id = m.b
      where f.merged_into_id is not null or s.merged_into_id is not null
    )
    select distinct m.a, m.b, m.found_by as "foundBy"
    from moved as m
    join published.contact as f on f.id = m.a and f.merged_into_id is null
    join published.contact as s on s.id = m.b and s.merged_into_id is null
    where m.a <> m.b`.execute(tx);
  return rows.map(({ a, b, foundBy }) => ({ ids: [a, b], foundBy }));
}

export interface StoredPair {
  readonly id: string;
  readonly firstId: string;
  readonly secondId: string;
  readonly foundBy: FoundBy;
  readonly at: Date;
  readonly verdict: Verdict | null;
}

const COLUMNS = sql`id, first_id as "firstId", second_id as "secondId", found_by as "foundBy", at, verdict`;

/** One pair, as it is asked about. */
export async function findPair({ tx }: Pick<ReadContext, "tx">, id: string): Promise<StoredPair | undefined> {
  const { rows } = await sql<StoredPair>`select ${COLUMNS} from ${ASKED} as p where id = ${id}::uuid`.execute(tx);
  return rows[0];
}

/**
 * One pair, to be judged: what matching found is kept from now on. It is held until the operation ends, so that two people do
 * not judge it at once.
 */
export async function lockPair({ tx, client }: Context, id: string): Promise<StoredPair | undefined> {
  await client.query(
    `insert into duplicate_pair (id, first_id, second_id, found_by, at)
     select id, first_id, second_id, 'matcher', found_at from match_pair where id = $1
     on conflict do nothing`,
    [id],
  );
  const { rows } = await sql<StoredPair>`
    select ${COLUMNS} from duplicate_pair where id = ${id}::uuid for update`.execute(tx);
  return rows[0];
}

export async function writeVerdict(
  { client, now }: Context,
  pairId: string,
  verdict: Verdict,
  personId: string | null,
): Promise<void> {
  await client.query("update duplicate_pair set verdict = $2, decided_by = $3, decided_at = $4 where id = $1", [
    pairId,
    verdict,
    personId,
    now,
  ]);
}

/** Remembers that two contacts are two people, whether or not anybody had asked. */
export async function writeDifferent(
  { client, newId, now }: Context,
  ids: readonly [string, string],
  personId: string | null,
): Promise<void> {
  await client.query(
    `insert into duplicate_pair (id, first_id, second_id, found_by, at, verdict, decided_by, decided_at)
     values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'person', $4, 'different', $5, $4)
     on conflict (first_id, second_id) do update
     set verdict = excluded.verdict, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    [newId(), ids[0], ids[1], now, personId],
  );
}

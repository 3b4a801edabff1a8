import { sql } from "kysely";
import type { Context } from "../../../platform/ledger/context.ts";
import type { ContactKeys } from "../domain/contact-keys.ts";

export interface MatchEntry extends ContactKeys {
  readonly contactId: string;
}

/**
 * Writes by what contacts are found; an entry that was written since `before` is newer and stays.
 * @returns the contacts of which something that is compared has changed.
 */
export async function writeEntries(
  { client, now }: Context,
  entries: readonly MatchEntry[],
  before: Date = now,
): Promise<string[]> {
  if (entries.length === 0) return [];
  const { rows } = await client.query<{ id: string }>(
    `insert into match_entry (contact_id, signature, keys, at)
     select e.contact_id, e.signature, e.keys::int4[], $4
     from unnest($1::uuid[], $2::int4[], $3::text[]) as e (contact_id, signature, keys)
     order by e.contact_id
     on conflict (contact_id) do update
     set signature = excluded.signature, keys = excluded.keys, at = excluded.at
     where match_entry.at <= $5
       and (match_entry.signature <> excluded.signature or match_entry.keys <> excluded.keys)
     returning contact_id as id`,
    [
      entries.map(({ contactId }) => contactId),
      entries.map(({ signature }) => signature),
      entries.map(({ keys }) => `{${keys.join(",")}}`),
      now,
      before,
    ],
  );
  return rows.map(({ id }) => id);
}

export async function deleteEntries({ client }: Context, contactIds: readonly string[]): Promise<void> {
  await client.query("delete from match_entry where contact_id = any($1::uuid[])", [contactIds]);
}

/** A contact that shares keys with another. */
export interface KeySharer {
  readonly id: string;
  readonly otherId: string;
  readonly shared: number;
}

/**
 * Who shares a key with these contacts, and how many; a key that more than `most` have tells little and is passed over. The
 * planner knows nothing of the keys to come and would read the table from its beginning until it has seen so many.
 */
export async function findKeySharers(
  { tx, client }: Pick<Context, "tx" | "client">,
  entries: readonly Pick<MatchEntry, "contactId" | "keys">[],
  most: number,
): Promise<KeySharer[]> {
  const wanted = entries.flatMap(({ contactId, keys }) => keys.map((key) => [contactId, key] as const));
  if (wanted.length === 0) return [];
  await client.query("set local enable_seqscan = off");
  const { rows } = await sql<KeySharer>`
    select w.contact_id as id, o.id as "otherId", count(*)::int as shared
    from unnest(${wanted.map(([id]) => id)}::uuid[], ${wanted.map(([, key]) => key)}::int4[]) as w (contact_id, key)
    cross join lateral (
      select array_agg(e.contact_id) as ids
      from (select contact_id from match_entry where keys @> array[w.key] limit ${most + 1}) as e
    ) as found
    cross join lateral unnest(found.ids) as o (id)
    where cardinality(found.ids) <= ${most} and o.id <> w.contact_id
    group by w.contact_id, o.id`.execute(tx);
  await client.query("set local enable_seqscan = on");
  return rows;
}

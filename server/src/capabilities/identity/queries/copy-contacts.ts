import type { Pool } from "pg";
import { to as copyTo } from "pg-copy-streams";

/**
 * All contacts that go on, with what of them is compared, in the order of their ids: as the text of COPY, in pieces, so that
 * reading it is nobody's work but that of whoever takes the pieces. All are of one moment.
 */
export async function* copyContacts(pool: Pool): AsyncGenerator<Uint8Array> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    await client.query("begin isolation level repeatable read read only; set local statement_timeout = 0");
    for await (const piece of client.query(allContacts())) yield new Uint8Array(piece as Buffer);
    await client.query("commit");
    isWhole = true;
  } finally {
    // A connection with a COPY that nobody reads to its end is of no use to anybody.
    client.release(!isWhole);
  }
}

const allContacts = () =>
  copyTo(`copy (
      select c.id, c.name, c.region_code, m.companies, i.identifiers
      from published.contact as c
      left join (
        select m.contact_id, string_agg(a.name, E'\\x1e' order by m.id) as companies
        from published.membership as m
        join published.account as a on a.id = m.account_id and a.merged_into_id is null
        where m.household_role is null
        group by m.contact_id
      ) as m on m.contact_id = c.id
      left join (
        select contact_id, string_agg(kind || E'\\x1f' || value, E'\\x1e' order by id) as identifiers
        from published.identifier
        where valid_to is null and kind <> 'record' and kind not like 'visitor:%'
        group by contact_id
      ) as i on i.contact_id = c.id
      where c.merged_into_id is null
      order by c.id
    ) to stdout`);

import { sql } from "kysely";
import type { ComparedContact } from "../domain/read-compared-contact.ts";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/** A contact with what of it is compared. */
export interface MatchedContact extends ComparedContact {
  readonly id: string;
  /** Somebody else goes on for it. */
  readonly isMerged: boolean;
}

/** These contacts, by their ids. */
export async function findMatchedContacts(
  { tx }: Pick<ReadContext, "tx">,
  ids: readonly string[],
): Promise<Map<string, MatchedContact>> {
  const { rows } = await sql<MatchedContact>`
  select c.id, c.name, c.region_code as "regionCode", c.merged_into_id is not null as "isMerged",
    array(
      select a.name from published.membership as m join published.account as a on a.id = m.account_id and a.merged_into_id is null
      where m.contact_id = c.id and m.household_role is null
      order by m.id
    ) as companies,
    coalesce((
      select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value) order by i.id)
      from published.identifier as i
      where i.contact_id = c.id and i.valid_to is null and i.kind <> 'record' and i.kind not like 'visitor:%'
    ), '[]') as identifiers
  from published.contact as c
  where c.id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

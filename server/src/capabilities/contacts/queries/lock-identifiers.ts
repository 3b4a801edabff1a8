import { lockValues } from "../../../platform/database/lock-values.ts";
import type { FoundContact, FoundIdentifier } from "../domain/contact-writes.ts";
import type { Context } from "../../../platform/ledger/context.ts";

/**
 * Whose these strong identifiers are now, after taking their locks, so that captures of one person come one after the
 * other. One index probe each (`lateral … limit 1`), whatever the size of the table.
 */
export async function lockIdentifiers(
  { client }: Context,
  wanted: readonly { kind: string; value: string }[],
): Promise<FoundIdentifier[]> {
  await lockValues(
    client,
    "contact",
    wanted.map(({ kind, value }) => `${kind} ${value}`),
  );
  const { rows } = await client.query<FoundIdentifier>({
    name: "find-identifiers",
    text: `
      select i.id, w.kind, w.value, i.contact_id as "contactId", i.home_contact_id as "homeContactId"
      from (select distinct kind, value from unnest($1::text[], $2::text[]) as asked (kind, value)) as w
      cross join lateral (
        select id, contact_id, home_contact_id
        from identifier
        where kind = w.kind and value = w.value and valid_to is null and strong
        limit 1
      ) as i`,
    values: [wanted.map((one) => one.kind), wanted.map((one) => one.value)],
  });
  return rows;
}

/** The contacts with what a record may fill in, locked so that two captures fill one blank once. */
export async function findContacts({ client }: Context, ids: readonly string[]): Promise<FoundContact[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<FoundContact>({
    name: "find-contacts-to-attach",
    text: `
      select c.id, c.name, c.name_sort as "nameSort", c.title, c.job_function as "jobFunction", c.job_level as "jobLevel",
             c.region_code as "regionCode", c.merged_into_id as "mergedIntoId", r.id as "recordIdentifierId"
      from contact as c
      cross join lateral (
        select id from identifier where kind = 'record' and value = c.id::text and valid_to is null and strong limit 1
      ) as r
      where c.id = any ($1)
      order by c.id
      for no key update of c`,
    values: [ids],
  });
  return rows;
}

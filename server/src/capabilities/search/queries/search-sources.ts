import { sql } from "kysely";
import type { RawBuilder } from "kysely";

/** An object whose names are kept for searching. */
export type IndexedObject = "contact" | "account" | "campaign" | "opportunity";

/** A name as it is indexed. */
export interface NamedRow {
  readonly id: string;
  readonly title: string;
  readonly titleSort: string;
  /** Other names it is found by. */
  readonly otherNames: readonly string[];
  readonly phones: readonly string[];
}

const NONE = sql`'{}'::text[]`;

/** Where the names of each object stand now; `ids` narrows, null reads all. */
export const SEARCH_SOURCES: Readonly<Record<IndexedObject, (ids: readonly string[] | null) => RawBuilder<NamedRow>>> =
  {
    contact: (ids) => sql<NamedRow>`
    select c.id, coalesce(c.name, '') as title, c.name_sort as "titleSort",
      array(select m.name from published.identifier as r join published.contact as m on m.id = r.home_contact_id
            where r.contact_id = c.id and r.kind = 'record' and m.id <> c.id and m.name is not null order by m.name) as "otherNames",
      array(select i.value from published.identifier as i
            where i.contact_id = c.id and i.kind = 'phone' and i.valid_to is null order by i.value) as phones
    from published.contact as c
    where c.merged_into_id is null and ${within(ids, "c.id")}`,
    account: (ids) => sql<NamedRow>`
    select a.id, a.name as title, a.name_sort as "titleSort",
      array(select m.name from published.account_identifier as r join published.account as m on m.id = r.home_account_id
            where r.account_id = a.id and r.kind = 'record' and m.id <> a.id order by m.name) as "otherNames",
      ${NONE} as phones
    from published.account as a
    where a.merged_into_id is null and ${within(ids, "a.id")}`,
    campaign: (ids) => sql<NamedRow>`
    select c.id, c.name as title, c.name_sort as "titleSort", ${NONE} as "otherNames", ${NONE} as phones
    from published.campaign as c
    where ${within(ids, "c.id")}`,
    opportunity: (ids) => sql<NamedRow>`
    select o.id, o.name as title, o.name_sort as "titleSort", ${NONE} as "otherNames", ${NONE} as phones
    from published.opportunity as o
    where ${within(ids, "o.id")}`,
  };

function within(ids: readonly string[] | null, column: string): RawBuilder<unknown> {
  return ids === null ? sql`true` : sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`;
}

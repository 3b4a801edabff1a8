import type { SearchHit, SearchObject } from "@tongzhou/contract/search";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { accessObjectNamed } from "../../../platform/access/access-object.ts";
import { readableField } from "../../../platform/access/field-access.ts";
import { reachableIds, scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewing } from "../../../platform/access/acting.ts";
import type { SearchQuery } from "../domain/search-query.ts";
import { anyReading } from "./any-reading.ts";
import type { IndexedObject } from "./search-sources.ts";

/** How an object is searched: over whose names, from which view, and with which second line. */
interface SearchTarget {
  readonly names: IndexedObject;
  /** The view; its rows go by the object's name, which the rights are compiled over. */
  readonly view: RawBuilder<unknown>;
  /** Whose name the entry `e` of a record is. */
  readonly named: RawBuilder<unknown>;
  readonly subtitle: RawBuilder<unknown>;
}

const COMPANY = (contact: string): RawBuilder<unknown> => sql`(
  select concat_ws(' · ', a.name, m.title)
  from published.membership as m
  join published.account as a on a.id = m.account_id
  where m.contact_id = ${sql.ref(contact)} and m.until is null and a.merged_into_id is null
  order by m.since desc
  limit 1)`;

const TARGETS: Readonly<Record<SearchObject, SearchTarget>> = {
  contact: {
    names: "contact",
    view: sql`published.contact`,
    named: sql`contact.id`,
    subtitle: COMPANY("contact.id"),
  },
  lead: {
    names: "contact",
    view: sql`published.lead`,
    named: sql`lead.contact_id`,
    subtitle: COMPANY("lead.contact_id"),
  },
  account: {
    names: "account",
    view: sql`published.account`,
    named: sql`account.id`,
    subtitle: sql`null`,
  },
  campaign: {
    names: "campaign",
    view: sql`published.campaign`,
    named: sql`campaign.id`,
    subtitle: sql`null`,
  },
  opportunity: {
    names: "opportunity",
    view: sql`published.opportunity`,
    named: sql`opportunity.id`,
    subtitle: sql`(select a.name from published.account as a where a.id = opportunity.account_id)`,
  },
};

/** Records that match and that the viewer may read are ranked no further than this: a common surname must not rank a million. */
const CANDIDATES = 2000;

/** What is found more often than `common` is looked for among the viewer's own records, when those are no more than `few`. */
export const SEARCH_BOUNDS = { common: 2000, few: 5000 };

/**
 * Records of one object that the text finds, the nearest first: names that begin with it, then shorter names, then newer.
 * The recheck against the haystack decides; each kind has an index of its own, so it is named and no parameter. Rights are
 * the same predicate as everywhere, and come before the bound: a rep finds their own contact among ten thousand of that
 * name. For a rep they come first of all when the word is common: asking 333,000 companies called 有限公司 whose they are
 * takes 1.1 s, reading the 864 of one rep 10 ms.
 */
export async function findByName(
  viewing: Viewing,
  target: SearchObject,
  query: SearchQuery,
  text: string,
  limit: number,
  bounds = SEARCH_BOUNDS,
): Promise<SearchHit[]> {
  const { tx, viewer } = viewing;
  const object = accessObjectNamed(target);
  if (!object || query.readings.length === 0) return [];
  const { names, view, named, subtitle } = TARGETS[target];
  const numbers = target === "contact" ? readableField(viewer, object, "phone", "contact") : null;
  const matching = sql`e.object = ${sql.lit(names)} and ${anyReading(query, numbers !== null)}`;
  const theirs = await ownToBeginWith(viewing, target, matching, bounds);
  const alias = sql.ref(target);
  // `offset 0` keeps the word out of the inner query: its own index would be read whole for each record.
  const source = theirs
    ? sql`
      (select distinct id from (${theirs}) as within) as within
      join ${view} as ${alias} on ${sql.ref(`${target}.id`)} = within.id
      cross join lateral (
        select e.* from search_entry as e where e.object = ${sql.lit(names)} and e.record_id = ${named} offset 0
      ) as e`
    : sql`search_entry as e join ${view} as ${alias} on ${named} = e.record_id`;
  const { rows } = await sql<SearchHit>`
    with found as materialized (
      select e.title, ${sql.ref(`${target}.id`)} as id
      from ${source}
      where ${matching}
        and ${scopePredicate(viewer, object, "read", target)}
        and ${numbers === null ? sql`true` : sql`(${anyReading(query, false)} or ${numbers})`}
      limit ${CANDIDATES}
    ),
    nearest as (
      select *
      from found
      order by starts_with(title, ${text}) desc, length(title), id desc
      limit ${limit}
    )
    select ${target} as object, ${sql.ref(`${target}.id`)} as id, nullif(e.title, '') as title, ${subtitle} as subtitle
    from nearest as e
    join ${view} as ${alias} on ${sql.ref(`${target}.id`)} = e.id
    order by starts_with(e.title, ${text}) desc, length(e.title), e.id desc`.execute(tx);
  return rows;
}

/** The few records of the viewer, when so much answers to the text that it is cheaper to ask them for their names; null: not so. */
async function ownToBeginWith(
  { tx, viewer }: Viewing,
  target: SearchObject,
  matching: RawBuilder<unknown>,
  { common, few }: typeof SEARCH_BOUNDS,
): Promise<RawBuilder<unknown> | null> {
  const object = accessObjectNamed(target);
  const within = object ? reachableIds(viewer, object, "read", TARGETS[target].view) : null;
  if (within === null) return null;
  const found = await sql<{ n: number }>`
    select count(*)::int as n from (select from search_entry as e where ${matching} limit ${common + 1}) as e`.execute(
    tx,
  );
  if ((found.rows[0]?.n ?? 0) <= common) return null;
  // Not `distinct`: that would read all of a manager's before the limit.
  const own = await sql<{ few: boolean }>`
    select count(*) <= ${few} and bool_and(id is not null) is not false as few
    from (select id from (${within}) as within (id) limit ${few + 1}) as own`.execute(tx);
  return own.rows[0]?.few === true ? within : null;
}

/** The contact, account or lead that holds exactly this value; finding by the whole value is allowed where it is masked (R-ACC-4). */
export async function findByIdentifier(
  { tx, viewer }: Viewing,
  values: readonly { kind: string; value: string }[],
): Promise<SearchHit[]> {
  const [contact, account] = [accessObjectNamed("contact"), accessObjectNamed("account")];
  if (!contact || !account || values.length === 0) return [];
  const kinds = values.map((one) => one.kind);
  const texts = values.map((one) => one.value);
  // Strong and weak identifiers have an index each: asked for in one breath, neither would serve.
  const { rows } = await sql<SearchHit>`
    with held as (
      select i.contact_id
      from unnest(${kinds}::text[], ${texts}::text[]) as w (kind, value)
      join published.identifier as i on i.kind = w.kind and i.value = w.value and i.valid_to is null and i.strong
      union
      select i.contact_id
      from unnest(${kinds}::text[], ${texts}::text[]) as w (kind, value)
      join published.identifier as i on i.kind = w.kind and i.value = w.value and i.valid_to is null and not i.strong
    )
    select 'contact' as object, contact.id, contact.name as title, ${COMPANY("contact.id")} as subtitle
    from held
    join published.contact as contact on contact.id = held.contact_id
    where ${scopePredicate(viewer, contact, "read", "contact")}
    union
    select 'account', account.id, account.name, null
    from unnest(${kinds}::text[], ${texts}::text[]) as w (kind, value)
    join published.account_identifier as i on i.kind = w.kind and i.value = w.value and i.valid_to is null
    join published.account as account on account.id = i.account_id
    where ${scopePredicate(viewer, account, "read", "account")}
    limit 20`.execute(tx);
  return rows;
}

/** The contacts with a mailbox that begins like this, the shortest first; where the viewer sees mailboxes masked, none. */
export async function findByMailPrefix({ tx, viewer }: Viewing, prefix: string, limit: number): Promise<SearchHit[]> {
  const contact = accessObjectNamed("contact");
  if (!contact) return [];
  const { rows } = await sql<SearchHit>`
    with found as materialized (
      select contact.id, contact.name, i.value
      from published.identifier as i
      join published.contact as contact on contact.id = i.contact_id
      where i.kind = 'email'
        and i.valid_to is null
        and i.strong
        and i.value like ${`${prefix.replaceAll(/[\\%_]/g, "\\$&")}%`}
        and ${scopePredicate(viewer, contact, "read", "contact")}
        and ${readableField(viewer, contact, "email", "contact")}
      limit ${CANDIDATES}
    )
    select 'contact' as object, id, name as title, ${COMPANY("found.id")} as subtitle
    from found
    order by length(value), value, id
    limit ${limit}`.execute(tx);
  return rows;
}

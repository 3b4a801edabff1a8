import type { SearchHit, SearchObject } from "@tongzhou/contract/search";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { accessObjectNamed } from "../../../platform/access/access-object.ts";
import { readableField } from "../../../platform/access/field-access.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewing } from "../../../platform/access/acting.ts";
import type { SearchQuery } from "../domain/search-query.ts";
import { anyReading } from "./any-reading.ts";
import type { IndexedObject } from "./search-sources.ts";

/** How an object is searched: over whose names, from which view, and with which second line. */
interface SearchTarget {
  readonly names: IndexedObject;
  /** The view under the alias that the object's rights are compiled over. */
  readonly view: RawBuilder<unknown>;
  /** The same, joined to the entry `e`. */
  readonly join: RawBuilder<unknown>;
  readonly subtitle: RawBuilder<unknown>;
}

const COMPANY = (contact: string): RawBuilder<unknown> => sql`(
  select concat_ws(' · ', a.name, m.title)
  from published.membership as m
  join published.account as a on a.id = m.account_id
  where m.contact_id = ${sql.ref(contact)} and m.until is null
  order by m.since desc
  limit 1)`;

const TARGETS: Readonly<Record<SearchObject, SearchTarget>> = {
  contact: {
    names: "contact",
    view: sql`published.contact as contact`,
    join: sql`join published.contact as contact on contact.id = e.record_id`,
    subtitle: COMPANY("contact.id"),
  },
  lead: {
    names: "contact",
    view: sql`published.lead as lead`,
    join: sql`join published.lead as lead on lead.contact_id = e.record_id`,
    subtitle: COMPANY("lead.contact_id"),
  },
  account: {
    names: "account",
    view: sql`published.account as account`,
    join: sql`join published.account as account on account.id = e.record_id`,
    subtitle: sql`null`,
  },
  campaign: {
    names: "campaign",
    view: sql`published.campaign as campaign`,
    join: sql`join published.campaign as campaign on campaign.id = e.record_id`,
    subtitle: sql`null`,
  },
  opportunity: {
    names: "opportunity",
    view: sql`published.opportunity as opportunity`,
    join: sql`join published.opportunity as opportunity on opportunity.id = e.record_id`,
    subtitle: sql`(select a.name from published.account as a where a.id = opportunity.account_id)`,
  },
};

/** Records that match and that the viewer may read are ranked no further than this: a common surname must not rank a million. */
const CANDIDATES = 2000;

/**
 * Records of one object that the text finds, the nearest first: names that begin with it, then shorter names, then newer.
 * The recheck against the haystack decides; each kind has an index of its own, so it is named and no parameter. Rights are the same predicate as everywhere, and come before the bound: a rep
 * finds their own contact among ten thousand of that name.
 */
export async function findByName(
  { tx, viewer }: Viewing,
  target: SearchObject,
  query: SearchQuery,
  text: string,
  limit: number,
): Promise<SearchHit[]> {
  const object = accessObjectNamed(target);
  if (!object || query.readings.length === 0) return [];
  const { names, view, join, subtitle } = TARGETS[target];
  const numbers = target === "contact" ? readableField(viewer, object, "phone", "contact") : null;
  const { rows } = await sql<SearchHit>`
    with found as materialized (
      select e.title, ${sql.ref(`${target}.id`)} as id
      from search_entry as e
      ${join}
      where e.object = ${sql.lit(names)}
        and ${anyReading(query, numbers !== null)}
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
    join ${view} on ${sql.ref(`${target}.id`)} = e.id
    order by starts_with(e.title, ${text}) desc, length(e.title), e.id desc`.execute(tx);
  return rows;
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

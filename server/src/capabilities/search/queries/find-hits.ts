import type { SearchHit, SearchObject } from "@tongzhou/contract/search";
import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import { accessObjectNamed } from "../../../platform/access/access-object.ts";
import { readableField } from "../../../platform/access/field-access.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewing } from "../../../platform/access/acting.ts";
import type { SearchCondition, SearchQuery, SearchTerm } from "../domain/search-query.ts";
import type { IndexedObject } from "./search-sources.ts";

/** How an object is searched: over whose names, from which view, and with which second line. */
interface SearchTarget {
  readonly names: IndexedObject;
  /** The view under the alias that the object's rights are compiled over, joined to the entry `e`. */
  readonly join: RawBuilder<unknown>;
  readonly subtitle: RawBuilder<unknown>;
  readonly newest: RawBuilder<unknown>;
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
    join: sql`join published.contact as contact on contact.id = e.record_id`,
    subtitle: COMPANY("contact.id"),
    newest: sql`contact.id`,
  },
  lead: {
    names: "contact",
    join: sql`join published.lead as lead on lead.contact_id = e.record_id`,
    subtitle: COMPANY("lead.contact_id"),
    newest: sql`lead.id`,
  },
  account: {
    names: "account",
    join: sql`join published.account as account on account.id = e.record_id`,
    subtitle: sql`null`,
    newest: sql`account.id`,
  },
  campaign: {
    names: "campaign",
    join: sql`join published.campaign as campaign on campaign.id = e.record_id`,
    subtitle: sql`null`,
    newest: sql`campaign.id`,
  },
  opportunity: {
    names: "opportunity",
    join: sql`join published.opportunity as opportunity on opportunity.id = e.record_id`,
    subtitle: sql`(select a.name from published.account as a where a.id = opportunity.account_id)`,
    newest: sql`opportunity.id`,
  },
};

/** Entries whose keys match are looked at no further than this: a common surname must not read a million rows. */
const CANDIDATES = 2000;

/**
 * Records of one object that the text finds, the nearest first: names that begin with it, then shorter names, then newer.
 * The recheck against the haystack decides; rights are the same predicate as everywhere.
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
  const { names, join, subtitle, newest } = TARGETS[target];
  const numbers = target === "contact" ? readableField(viewer, object, "phone", "contact") : null;
  const { rows } = await sql<SearchHit>`
    select ${target} as object, ${sql.ref(`${target}.id`)} as id, nullif(e.title, '') as title, ${subtitle} as subtitle
    from (select * from search_entry where object = ${names} and ${anyReading(query, numbers !== null)} limit ${CANDIDATES}) as e
    ${join}
    where ${scopePredicate(viewer, object, "read", target)}
      and ${numbers === null ? sql`true` : sql`(${foundByName(query)} or ${numbers})`}
    order by starts_with(e.title, ${text}) desc, length(e.title), ${newest} desc
    limit ${limit}`.execute(tx);
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
  const { rows } = await sql<SearchHit>`
    select 'contact' as object, contact.id, contact.name as title, ${COMPANY("contact.id")} as subtitle
    from unnest(${kinds}::text[], ${texts}::text[]) as w (kind, value)
    join published.identifier as i on i.kind = w.kind and i.value = w.value and i.valid_to is null
    join published.contact as contact on contact.id = i.contact_id
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

function anyReading(query: SearchQuery, withNumbers: boolean): RawBuilder<SqlBool> {
  const readings = query.readings.map((terms) => allTerms(terms, withNumbers));
  return sql<SqlBool>`(${sql.join(readings, sql` or `)})`;
}

/** Whether the name alone is enough; what is found only by a number needs the right to see it. */
function foundByName(query: SearchQuery): RawBuilder<SqlBool> {
  return anyReading(query, false);
}

function allTerms(terms: readonly SearchTerm[], withNumbers: boolean): RawBuilder<SqlBool> {
  const parts = terms.map((term) => {
    const usable = term.filter((condition) => withNumbers || condition.in === "name");
    return usable.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(usable.map(conditionSql), sql` or `)})`;
  });
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

function conditionSql({ in: where, keys, like }: SearchCondition): RawBuilder<SqlBool> {
  return where === "name"
    ? sql<SqlBool>`(keys @> ${keys}::int4[] and haystack like ${like})`
    : sql<SqlBool>`(phone_keys <> '{}' and phone_keys @> ${keys}::int4[] and phone_haystack like ${like})`;
}

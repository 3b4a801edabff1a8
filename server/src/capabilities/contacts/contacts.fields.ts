import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { fieldSet, fieldsOf } from "../../platform/conditions/index.ts";
import type { Field } from "../../platform/conditions/index.ts";
import { normaliseIdentifier } from "./domain/normalise-identifier.ts";

/** A contact as conditions see it; the last ones are what the in-memory evaluator is given beside the row. */
export interface ConditionContact {
  readonly name: string | null;
  readonly title: string | null;
  readonly job_function: string | null;
  readonly job_level: string | null;
  readonly region_code: string | null;
  readonly owner_id: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** The accounts the contact is in now. */
  readonly accounts: readonly string[];
  /** Those and all above them. */
  readonly account_lines: readonly string[];
}

const field = fieldsOf<ConditionContact>("contact");

/** Identifiers of one kind that the contact holds now. */
const identifiers = (kind: string) => ({
  from: (alias: string) =>
    sql`identifier as held where held.contact_id = ${sql.ref(`${alias}.id`)} and held.kind = ${kind} and held.valid_to is null`,
});

const has = (kind: string) => (alias: string) => sql<boolean>`exists (select from ${identifiers(kind).from(alias)})`;

/** Who is in one of these accounts now; each contact once, in however many of them. */
const isIn = (alias: string, accounts: RawBuilder<unknown>) => sql<boolean>`${sql.ref(`${alias}.id`)} in (
  select belongs.contact_id from membership as belongs where belongs.until is null and ${accounts}
)`;

/** What filters, scores and rules may ask of a contact. */
export const contactFieldList: readonly Field[] = [
  field({ id: "contact.name", label: "contact.name", type: "text", column: "name" }),
  field({ id: "contact.title", label: "contact.title", type: "text", column: "title" }),
  field({ id: "contact.jobFunction", label: "contact.jobFunction", type: "text", column: "job_function" }),
  field({ id: "contact.jobLevel", label: "contact.jobLevel", type: "text", column: "job_level" }),
  field({ id: "contact.region", label: "contact.region", type: "region", column: "region_code" }),
  field({
    id: "contact.phone",
    label: "contact.phone",
    type: "text",
    operators: ["is", "is_not", "empty", "not_empty"],
    sql: (alias) => sql`(select min(held.value) from ${identifiers("phone").from(alias)})`,
    read: (contact) => contact.phones[0] ?? null,
    exact: (text: string) => normaliseIdentifier("phone", text).value ?? text,
  }),
  field({
    id: "contact.owner",
    label: "contact.owner",
    type: "user",
    column: "owner_id",
    indexed: true,
  }),
  field({
    id: "contact.account",
    label: "contact.account",
    type: "many",
    storage: "uuid",
    operators: ["has_any", "has_none", "empty", "not_empty"],
    options: { kind: "source", source: "account" },
    asked: {
      among: (alias, keys) => isIn(alias, sql`belongs.account_id = any(${keys})`),
      any: (alias) => isIn(alias, sql`true`),
    },
    read: (contact) => contact.accounts,
    indexed: true,
  }),
  field({
    id: "contact.group",
    label: "contact.group",
    type: "many",
    storage: "uuid",
    operators: ["has_any", "has_none"],
    options: { kind: "source", source: "account" },
    asked: {
      among: (alias, keys) =>
        isIn(
          alias,
          sql`belongs.account_id = any(array(select below.id from published.account_below(${keys}) as below))`,
        ),
      any: (alias) => isIn(alias, sql`true`),
    },
    read: (contact) => contact.account_lines,
    indexed: true,
  }),
  field({
    id: "contact.hasPhone",
    label: "contact.hasPhone",
    type: "boolean",
    sql: has("phone"),
    read: (contact) => contact.phones.length > 0,
  }),
  field({
    id: "contact.hasEmail",
    label: "contact.hasEmail",
    type: "boolean",
    sql: has("email"),
    read: (contact) => contact.emails.length > 0,
  }),
];

export const contactFields = fieldSet(contactFieldList);

/** Title, function and level are one governed field: the job. */
export const CONTACT_GOVERNED = {
  "contact.title": "job",
  "contact.jobFunction": "job",
  "contact.jobLevel": "job",
} as const;

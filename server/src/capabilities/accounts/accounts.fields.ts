import { SIZE_BANDS } from "@tongzhou/contract/accounts";
import { INDUSTRY_SECTIONS, divisionOf, sectionOf } from "@tongzhou/contract/industries";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { fieldSet, fieldsOf } from "../../platform/conditions/index.ts";
import type { Field } from "../../platform/conditions/index.ts";

/** An account as conditions see it. */
export interface ConditionAccount {
  readonly name: string;
  readonly kind: string;
  readonly confirmed: boolean;
  readonly industry_code: string | null;
  readonly region_code: string | null;
  readonly size_band: string | null;
  readonly tier: string | null;
  readonly owner_id: string | null;
  /** Itself and all above it. */
  readonly line: readonly string[];
}

const field = fieldsOf<ConditionAccount>("account");

const DIVISION = "^[A-T]?([0-9]{2})[0-9]{0,2}$";

/** A code of an industry with the division and the section it lies in, as `text[]`. */
const industryLine = (code: RawBuilder<unknown>): RawBuilder<unknown> => {
  const division = sql`substring(${code} from ${DIVISION})`;
  const sections = INDUSTRY_SECTIONS.map(
    ({ code: section, from, to }) => sql`when ${division}::int between ${from} and ${to} then ${section}`,
  );
  return sql`array[${code}, ${division}, case ${sql.join(sections, sql` `)} end]`;
};

/** What filters, scores and rules may ask of an account. */
export const accountFieldList: readonly Field[] = [
  field({ id: "account.name", label: "account.name", type: "text", column: "name" }),
  field({
    id: "account.kind",
    label: "account.kind",
    type: "enum",
    column: "kind",
    options: {
      kind: "list",
      options: [
        { value: "company", label: "account.kind.company" },
        { value: "household", label: "account.kind.household" },
      ],
    },
  }),
  field({ id: "account.confirmed", label: "account.confirmed", type: "boolean", column: "confirmed" }),
  field({ id: "account.industryCode", label: "account.industryCode", type: "text", column: "industry_code" }),
  field({
    id: "account.industry",
    label: "account.industry",
    type: "many",
    operators: ["has_any", "has_none", "empty", "not_empty"],
    options: { kind: "source", source: "industry" },
    asked: {
      among: (alias, keys) => sql`${industryLine(sql.ref(`${alias}.industry_code`))} && ${keys}`,
      any: (alias) => sql`${sql.ref(`${alias}.industry_code`)} is not null`,
    },
    read: ({ industry_code: code }) =>
      code === null ? [] : [code, divisionOf(code), sectionOf(code)].filter((each) => each !== undefined),
  }),
  field({
    id: "account.regionCode",
    label: "account.regionCode",
    type: "region",
    column: "region_code",
    indexed: true,
  }),
  field({
    id: "account.sizeBand",
    label: "account.sizeBand",
    type: "enum",
    column: "size_band",
    options: { kind: "list", options: SIZE_BANDS.map((band) => ({ value: band, label: `account.sizeBand.${band}` })) },
  }),
  field({ id: "account.tier", label: "account.tier", type: "text", column: "tier" }),
  field({
    id: "account.group",
    label: "account.group",
    type: "many",
    storage: "uuid",
    operators: ["has_any", "has_none"],
    options: { kind: "source", source: "account" },
    asked: {
      among: (alias, keys) =>
        sql`${sql.ref(`${alias}.id`)} = any(array(select below.id from published.account_below(${keys}) as below))`,
      any: (alias) => sql`${sql.ref(`${alias}.id`)} is not null`,
    },
    read: (account) => account.line,
    indexed: true,
  }),
  field({ id: "account.owner", label: "account.owner", type: "user", column: "owner_id", indexed: true }),
];

export const accountFields = fieldSet(accountFieldList);

import { sql } from "kysely";
import { insertRows } from "../../../platform/database/insert-rows.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** Facts of an account that others may know. */
export interface FilledFacts {
  readonly industryCode: string | null;
  readonly regionCode: string | null;
  readonly sizeBand: string | null;
  readonly website: string | null;
  readonly address: string | null;
}

/** An account as whoever fills it in sees it. */
export interface FilledAccount extends FilledFacts {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly mergedIntoId: string | null;
}

const COLUMNS = `
  a.id, a.kind, a.name, a.industry_code as "industryCode", a.region_code as "regionCode", a.size_band as "sizeBand",
  a.website, a.address, a.merged_into_id as "mergedIntoId",
  (select i.value from account_identifier as i
   where i.account_id = a.id and i.kind = 'credit_code' and i.valid_to is null
   order by i.home_account_id = a.id desc, i.valid_from, i.id limit 1) as "creditCode"`;

/** What accounts say of themselves, by id. */
export async function readFilledAccounts(
  { tx }: Pick<ReadContext, "tx">,
  ids: readonly string[],
): Promise<Map<string, FilledAccount>> {
  const { rows } = await sql<FilledAccount>`
    select ${sql.raw(COLUMNS)} from account as a where a.id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same, locked for a change. */
export async function lockFilledAccounts({ tx }: Context, ids: readonly string[]): Promise<Map<string, FilledAccount>> {
  const { rows } = await sql<FilledAccount>`
    select ${sql.raw(COLUMNS)} from account as a where a.id = any(${[...ids]}::uuid[])
    order by a.id
    for no key update of a`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Facts to write; what is left out stays. */
export type AccountFill = { readonly id: string } & Partial<FilledFacts>;

/** Writes facts of many accounts by one statement. */
export async function updateFilled({ tx }: Context, fills: readonly AccountFill[]): Promise<void> {
  if (fills.length === 0) return;
  const of = (field: keyof FilledFacts): (string | null)[] => fills.map((fill) => fill[field] ?? null);
  await sql`
    update account as a
    set industry_code = coalesce(w.industry, a.industry_code), region_code = coalesce(w.region, a.region_code),
      size_band = coalesce(w.size, a.size_band), website = coalesce(w.website, a.website), address = coalesce(w.address, a.address)
    from unnest(
      ${fills.map(({ id }) => id)}::uuid[], ${of("industryCode")}::text[], ${of("regionCode")}::text[],
      ${of("sizeBand")}::text[], ${of("website")}::text[], ${of("address")}::text[]
    ) as w (id, industry, region, size, website, address)
    where a.id = w.id`.execute(tx);
}

/** Accounts from now on met by these credit codes, which nobody has. */
export async function insertCreditCodes(
  { client, newId, now }: Context,
  codes: readonly { readonly accountId: string; readonly code: string }[],
): Promise<void> {
  const row = ({ accountId, code }: { readonly accountId: string; readonly code: string }) => ({
    id: newId(),
    account_id: accountId,
    home_account_id: accountId,
    kind: "credit_code",
    value: code,
    raw: code,
    valid_from: now,
  });
  await insertRows(
    client,
    "account_identifier",
    {
      id: "uuid",
      account_id: "uuid",
      home_account_id: "uuid",
      kind: "text",
      value: "text",
      raw: "text",
      valid_from: "timestamptz",
    },
    codes.map(row),
  );
}

/** Which accounts have these credit codes now. */
export async function holdersOfCreditCodes(
  { tx }: Pick<ReadContext, "tx">,
  codes: readonly string[],
): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx
    .selectFrom("account_identifier")
    .select(["value", "account_id as accountId"])
    .where("kind", "=", "credit_code")
    .where("value", "in", [...codes])
    .where("valid_to", "is", null)
    .execute();
  return new Map(rows.map(({ value, accountId }) => [value, accountId]));
}

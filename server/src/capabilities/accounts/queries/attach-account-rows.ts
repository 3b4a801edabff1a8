import { insertTogether } from "../../../platform/database/insert-rows.ts";
import { insertion } from "../../../platform/database/insertion.ts";
import { lockValues } from "../../../platform/database/lock-values.ts";
import type { Context } from "../../../platform/ledger/context.ts";

export interface NewAccount {
  readonly id: string;
  readonly kind: "company" | "household";
  readonly name: string;
  readonly name_sort: string;
  readonly confirmed: boolean;
  readonly industry_code: string | null;
  readonly region_code: string | null;
  readonly size_band: string | null;
  readonly website: string | null;
  readonly address: string | null;
  readonly tier: string | null;
  readonly note: string | null;
  readonly owner_id: string | null;
}

export interface NewAccountIdentifier {
  readonly id: string;
  readonly account_id: string;
  readonly home_account_id: string;
  readonly kind: string;
  readonly value: string;
  readonly raw: string | null;
  readonly valid_from: Date;
}

export interface FoundAccountIdentifier {
  readonly kind: string;
  readonly value: string;
  readonly accountId: string;
  readonly homeId: string;
  /** The credit code of that account, if it has one. */
  readonly creditCode: string | null;
}

/**
 * Whose these identifiers are now, after taking their locks (captures of one company come one after the other). Each is one index probe (`lateral … limit 1`): left to itself the planner hashes the
 * whole table for every batch, and the cost of an import grows with the database.
 */
export async function lockAccountIdentifiers(
  { client }: Context,
  wanted: readonly { kind: string; value: string }[],
): Promise<FoundAccountIdentifier[]> {
  await lockValues(
    client,
    "account",
    wanted.map(({ kind, value }) => `${kind} ${value}`),
  );
  const { rows } = await client.query<FoundAccountIdentifier>({
    name: "find-account-identifiers",
    text: `
      select w.kind, w.value, i.account_id as "accountId", i.home_account_id as "homeId", c.value as "creditCode"
      from (select distinct kind, value from unnest($1::text[], $2::text[]) as asked (kind, value)) as w
      cross join lateral (
        select account_id, home_account_id
        from account_identifier
        where kind = w.kind and value = w.value and valid_to is null
        limit 1
      ) as i
      left join lateral (
        select value
        from account_identifier
        where account_id = i.account_id and kind = 'credit_code' and valid_to is null
        limit 1
      ) as c on true`,
    values: [wanted.map((one) => one.kind), wanted.map((one) => one.value)],
  });
  return rows;
}

/** Inserts new accounts with their identifiers, the latter by their keys, so that two transactions take them in one order. */
export async function insertAccounts(
  { client }: Context,
  accounts: readonly NewAccount[],
  identifiers: readonly NewAccountIdentifier[],
): Promise<void> {
  await insertTogether(client, [
    insertion<NewAccount>(
      "account",
      {
        id: "uuid",
        kind: "text",
        name: "text",
        name_sort: "text",
        confirmed: "boolean",
        industry_code: "text",
        region_code: "text",
        size_band: "text",
        website: "text",
        address: "text",
        tier: "text",
        note: "text",
        owner_id: "uuid",
      },
      accounts,
    ),
    insertion<NewAccountIdentifier>(
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
      identifiers.toSorted((a, b) => (`${a.kind} ${a.value}` < `${b.kind} ${b.value}` ? -1 : 1)),
    ),
  ]);
}

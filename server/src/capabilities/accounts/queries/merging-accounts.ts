import { sql } from "kysely";
import { lockValues } from "../../../platform/database/lock-values.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** The facts of an account that a merge chooses between. */
export interface AccountFacts {
  readonly name: string | null;
  /** `yes` for one that somebody has looked at; nothing for one that a lead alone has named. */
  readonly confirmed: string | null;
  readonly industryCode: string | null;
  readonly regionCode: string | null;
  readonly sizeBand: string | null;
  readonly tier: string | null;
  readonly website: string | null;
  readonly address: string | null;
  readonly note: string | null;
  readonly ownerId: string | null;
}

/** An account as a merge sees it. */
export interface MergingAccount {
  readonly id: string;
  readonly mergedIntoId: string | null;
  readonly kind: string;
  readonly facts: AccountFacts;
}

type MergingRow = AccountFacts & Omit<MergingAccount, "facts">;

const byId = (rows: readonly MergingRow[]): Map<string, MergingAccount> =>
  new Map(rows.map(({ id, mergedIntoId, kind, ...facts }) => [id, { id, mergedIntoId, kind, facts }]));

const FACTS = `
  id, merged_into_id as "mergedIntoId", kind, name, case when confirmed then 'yes' end as confirmed,
  industry_code as "industryCode", region_code as "regionCode", size_band as "sizeBand", tier, website, address, note,
  owner_id as "ownerId"`;

/**
 * Locks accounts and the values they are met by: whoever captures something of one of them waits, and then sees whom it belongs
 * to. Captures lock values alone and no accounts, of which an import may name ten thousand.
 */
export async function lockMergingAccounts(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, MergingAccount>> {
  let locked = -1;
  for (;;) {
    const values = await identifiersOf(context, ids);
    if (values.length === locked) break;
    await lockValues(context.client, "account", values);
    locked = values.length;
  }
  const { rows } = await context.client.query<MergingRow>(
    `select ${FACTS} from account where id = any($1::uuid[]) order by id for no key update`,
    [ids],
  );
  return byId(rows);
}

/** Those of the accounts and of everything that was merged into them, as captures lock them. */
async function identifiersOf({ client }: Context, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ value: string }>(
    `select kind || ' ' || value as value from account_identifier where account_id = any($1::uuid[])`,
    [ids],
  );
  return rows.map(({ value }) => value);
}

/** The same without locks, for a preview. */
export async function readMergingAccounts(
  { tx }: Pick<ReadContext, "tx">,
  ids: readonly string[],
): Promise<Map<string, MergingAccount>> {
  const { rows } = await sql<MergingRow>`
    select ${sql.raw(FACTS)} from account where id = any(${[...ids]}::uuid[])`.execute(tx);
  return byId(rows);
}

/** Locks accounts against merging, each with whom it goes on as. */
export async function lockStanding(
  { client }: Context,
  ids: readonly string[],
): Promise<{ id: string; mergedIntoId: string | null }[]> {
  const { rows } = await client.query<{ id: string; mergedIntoId: string | null }>({
    name: "lock-standing-accounts",
    text: `select id, merged_into_id as "mergedIntoId" from account where id = any($1::uuid[]) order by id for share`,
    values: [ids],
  });
  return rows;
}

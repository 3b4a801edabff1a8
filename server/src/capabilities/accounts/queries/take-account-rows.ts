import { sql } from "kysely";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import type { Context } from "../../../platform/ledger/context.ts";
import { ACCOUNT } from "../accounts.access.ts";

/** What a record may say of a known company. */
export interface TakenFacts {
  industryCode: string | null;
  regionCode: string | null;
  sizeBand: string | null;
  tier: string | null;
  website: string | null;
  address: string | null;
  note: string | null;
}

export interface LockedAccount extends TakenFacts {
  readonly id: string;
  readonly name: string;
  parentId: string | null;
  readonly mayEdit: boolean;
}

/** Takes the turn of whoever changes trees, until the end of the transaction. */
export async function lockTrees({ tx }: Pick<Context, "tx">): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('account.parent_id'))`.execute(tx);
}

/** Locks companies that are to be changed, those that were merged left out. @param viewer null: may everything. */
export async function lockToTake(
  { tx }: Pick<Context, "tx">,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<LockedAccount[]> {
  const mayEdit = viewer === null ? sql`true` : scopePredicate(viewer, ACCOUNT, "edit", "account");
  const { rows } = await sql<LockedAccount>`
    select account.id, account.name, account.parent_id as "parentId", account.industry_code as "industryCode",
      account.region_code as "regionCode", account.size_band as "sizeBand", account.tier, account.website, account.address,
      account.note, ${mayEdit} as "mayEdit"
    from account
    where account.id = any(${[...ids]}::uuid[]) and account.merged_into_id is null
    order by account.id
    for no key update of account`.execute(tx);
  return rows;
}

/** Writes companies as they are now. */
export async function writeTaken({ client }: Context, accounts: readonly LockedAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  await client.query(
    `update account as a
     set industry_code = f.industry_code, region_code = f.region_code, size_band = f.size_band, tier = f.tier,
       website = f.website, address = f.address, note = f.note
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
       as f (id, industry_code, region_code, size_band, tier, website, address, note)
     where a.id = f.id`,
    [
      accounts.map(({ id }) => id),
      accounts.map(({ industryCode }) => industryCode),
      accounts.map(({ regionCode }) => regionCode),
      accounts.map(({ sizeBand }) => sizeBand),
      accounts.map(({ tier }) => tier),
      accounts.map(({ website }) => website),
      accounts.map(({ address }) => address),
      accounts.map(({ note }) => note),
    ],
  );
}

/** Under which company each of these and all above them stand. */
export async function findLinesAbove(
  { tx }: Pick<Context, "tx">,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; parentId: string | null }>`
    select distinct a.id, a.parent_id as "parentId"
    from unnest(${[...ids]}::uuid[]) as asked (id)
    cross join lateral published.account_line(asked.id) as line
    join account as a on a.id = line.id`.execute(tx);
  return new Map(rows.map(({ id, parentId }) => [id, parentId]));
}

/** Puts companies below others, all at once. */
export async function setParents(
  { client }: Context,
  moves: readonly { readonly id: string; readonly parentId: string }[],
): Promise<void> {
  if (moves.length === 0) return;
  await client.query(
    "update account as a set parent_id = m.parent_id from unnest($1::uuid[], $2::uuid[]) as m (id, parent_id) where a.id = m.id",
    [moves.map(({ id }) => id), moves.map(({ parentId }) => parentId)],
  );
}

/** A known company as far as the viewer may read it. */
export interface KnownCompany {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly mayEdit: boolean;
  readonly industry: string | null;
  readonly region: string | null;
  readonly companySize: string | null;
  readonly tier: string | null;
  readonly parent: string | null;
  readonly website: string | null;
  readonly address: string | null;
  readonly note: string | null;
}

/** What the house knows of companies, as far as the viewer may read them; the one above by its name, where they may read that. */
export async function findKnownCompanies(
  { tx }: Pick<Context, "tx">,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, KnownCompany>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<KnownCompany>`
    select a.id, a.name, ${scopePredicate(viewer, ACCOUNT, "edit", "a")} as "mayEdit",
      a.industry_code as industry, a.region_code as region, a.size_band as "companySize", a.tier, a.website, a.address, a.note,
      case when a.parent_id is not null then coalesce(above.name, '') end as parent,
      (select i.value from account_identifier as i
       where i.account_id = a.id and i.kind = 'credit_code' and i.valid_to is null limit 1) as "creditCode"
    from account as a
    left join account as above on above.id = a.parent_id and ${scopePredicate(viewer, ACCOUNT, "read", "above")}
    where a.id = any(${[...ids]}::uuid[]) and ${scopePredicate(viewer, ACCOUNT, "read", "a")}`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

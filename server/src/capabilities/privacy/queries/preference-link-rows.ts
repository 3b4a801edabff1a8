import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

export async function insertPreferenceLink(
  { tx, newId }: Context,
  link: { readonly contactId: string; readonly tokenHash: string },
): Promise<void> {
  await tx
    .insertInto("preference_link")
    .values({ id: newId(), contact_id: link.contactId, token_hash: link.tokenHash })
    .execute();
}

export interface PreferenceHolder {
  readonly contactId: string;
  readonly language: string | null;
}

/** For whom a link was made. */
export async function findPreferenceHolder(
  { tx }: Pick<ReadContext, "tx">,
  tokenHash: string,
): Promise<PreferenceHolder | undefined> {
  const { rows } = await sql<PreferenceHolder>`
    select c.id as "contactId", c.language
    from preference_link as l
    join published.contact as c on c.id = l.contact_id
    where l.token_hash = ${tokenHash}`.execute(tx);
  return rows[0];
}

export interface OwnIdentifier {
  readonly id: string;
  readonly kind: string;
  readonly value: string;
}

/** The living identifiers that have their home at these records: what others brought by a merge is not theirs to see. */
export async function findOwnIdentifiers(
  { tx }: Pick<ReadContext, "tx">,
  homes: readonly string[],
): Promise<OwnIdentifier[]> {
  const { rows } = await sql<OwnIdentifier>`
    select id, kind, value
    from published.identifier
    where home_contact_id = any(${[...homes]}::uuid[]) and valid_to is null
    order by kind, id`.execute(tx);
  return rows;
}

/** The company as a stranger may know it. */
export async function readCompanyName({ tx }: Pick<ReadContext, "tx">): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from published.company`.execute(tx);
  return rows[0]?.name ?? "";
}

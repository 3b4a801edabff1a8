import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/** Whose identifier is or was one of these values. */
export async function findByValues({ tx }: Pick<ReadContext, "tx">, values: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ contactId: string }>`
    select distinct contact_id as "contactId"
    from published.identifier
    where value = any(${[...values]}::text[]) and kind <> 'record'
    order by 1
    limit 50`.execute(tx);
  return rows.map(({ contactId }) => contactId);
}

export interface EveryIdentifier {
  readonly id: string;
  readonly kind: string;
  readonly value: string;
  readonly living: boolean;
}

/** Every identifier these records have or had. */
export async function findEveryIdentifier(
  { tx }: Pick<ReadContext, "tx">,
  contactIds: readonly string[],
): Promise<EveryIdentifier[]> {
  const { rows } = await sql<EveryIdentifier>`
    select id, kind, value, valid_to is null as living
    from published.identifier
    where contact_id = any(${[...contactIds]}::uuid[]) or home_contact_id = any(${[...contactIds]}::uuid[])
    order by valid_to nulls first, kind, id`.execute(tx);
  return rows;
}

export async function readNames({ tx }: Pick<ReadContext, "tx">, contactIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from published.contact where id = any(${[...contactIds]}::uuid[]) and name is not null`.execute(tx);
  return rows.map(({ name }) => name);
}

export interface PersonChange {
  readonly at: Date;
  readonly table_name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What the ledger keeps of these rows. */
export async function readImages({ tx }: Pick<ReadContext, "tx">, rowIds: readonly string[]): Promise<PersonChange[]> {
  const { rows } = await sql<PersonChange>`
    select at, table_name, before, after
    from published.change
    where row_id = any(${[...rowIds]}::uuid[])
    order by at, seq`.execute(tx);
  return rows;
}

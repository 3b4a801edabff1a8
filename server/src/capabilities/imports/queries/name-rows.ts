import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";

type Reading = Pick<ReadContext, "tx">;

export interface NamedLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** The tree of what is sold; a file may write code or name. */
export async function findProductLines({ tx }: Reading): Promise<NamedLine[]> {
  const { rows } = await sql<NamedLine>`select id, code, name from published.product_line order by id`.execute(tx);
  return rows;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Campaigns with these names; of several with one name the oldest comes first. */
export async function findCampaignsByName({ tx }: Reading, names: readonly string[]): Promise<Named[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<Named>`
    select id, name from published.campaign where name = any(${[...names]}::text[]) order by id`.execute(tx);
  return rows;
}

/** People with these names who are still here. */
export async function findPeopleByName({ tx }: Reading, names: readonly string[]): Promise<Named[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<Named>`
    select id, name from published.person where active and name = any(${[...names]}::text[]) order by id`.execute(tx);
  return rows;
}

export async function existsCampaign({ tx }: Reading, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from published.campaign where id = ${id}`.execute(tx);
  return rows.length > 0;
}

/** Whether all of these product lines exist. */
export async function existsProductLine({ tx }: Reading, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  const { rows } = await sql`select 1 from published.product_line where id = any(${wanted}::uuid[])`.execute(tx);
  return rows.length === wanted.length;
}

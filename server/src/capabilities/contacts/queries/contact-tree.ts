import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** The facts of a contact that a merge chooses between. */
export interface MergeFacts {
  readonly name: string | null;
  readonly title: string | null;
  readonly jobFunction: string | null;
  readonly jobLevel: string | null;
  readonly regionCode: string | null;
  readonly language: string | null;
  readonly note: string | null;
  readonly ownerId: string | null;
}

/** A contact as a merge sees it. */
export interface MergingContact {
  readonly id: string;
  readonly mergedIntoId: string | null;
  readonly facts: MergeFacts;
}

type MergingRow = MergeFacts & Omit<MergingContact, "facts">;

const byId = (rows: readonly MergingRow[]): Map<string, MergingContact> =>
  new Map(rows.map(({ id, mergedIntoId, ...facts }) => [id, { id, mergedIntoId, facts }]));

const FACTS = `
  id, merged_into_id as "mergedIntoId", name, title, job_function as "jobFunction", job_level as "jobLevel",
  region_code as "regionCode", language, note, owner_id as "ownerId"`;

/**
 * Locks contacts in the order of their ids, as captures do: whoever captures something of one of them waits, and then sees
 * whom it belongs to.
 */
export async function lockMerging({ client }: Context, ids: readonly string[]): Promise<Map<string, MergingContact>> {
  const { rows } = await client.query<MergingRow>(
    `select ${FACTS} from contact where id = any($1::uuid[]) order by id for no key update`,
    [ids],
  );
  return byId(rows);
}

/** The same without locks, for a preview. */
export async function readMerging(
  { tx }: Pick<ReadContext, "tx">,
  ids: readonly string[],
): Promise<Map<string, MergingContact>> {
  const { rows } = await sql<MergingRow>`
    select ${sql.raw(FACTS)} from contact where id = any(${[...ids]}::uuid[])`.execute(tx);
  return byId(rows);
}

/** The contact and everything that was merged into it, by any number of steps. */
export async function homesBelow({ tx }: Pick<ReadContext, "tx">, contactId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from contact where id = ${contactId}::uuid
      union
      select c.id from contact as c join below on c.merged_into_id = below.id
    )
    select id from below order by id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The contact that goes on for this one, and those between; the last is not merged. Itself first. */
export async function pathToSurvivor({ tx }: Pick<ReadContext, "tx">, contactId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select id, merged_into_id, 1 as step from contact where id = ${contactId}::uuid
      union all
      select c.id, c.merged_into_id, above.step + 1 from contact as c join above on c.id = above.merged_into_id
    )
    select id from above order by step`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function setMergedInto({ client }: Context, contactId: string, survivorId: string | null): Promise<void> {
  await client.query("update contact set merged_into_id = $2 where id = $1", [contactId, survivorId]);
}

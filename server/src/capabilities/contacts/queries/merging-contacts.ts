import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** The facts of a contact that a merge chooses between. */
export interface ContactFacts {
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
  readonly facts: ContactFacts;
}

type MergingRow = ContactFacts & Omit<MergingContact, "facts">;

const byId = (rows: readonly MergingRow[]): Map<string, MergingContact> =>
  new Map(rows.map(({ id, mergedIntoId, ...facts }) => [id, { id, mergedIntoId, facts }]));

const FACTS = `
  id, merged_into_id as "mergedIntoId", name, title, job_function as "jobFunction", job_level as "jobLevel",
  region_code as "regionCode", language, note, owner_id as "ownerId"`;

/**
 * Locks contacts in the order of their ids, as captures do: whoever captures something of one of them waits, and then sees
 * whom it belongs to.
 */
export async function lockMergingContacts(
  { client }: Context,
  ids: readonly string[],
): Promise<Map<string, MergingContact>> {
  const { rows } = await client.query<MergingRow>(
    `select ${FACTS} from contact where id = any($1::uuid[]) order by id for no key update`,
    [ids],
  );
  return byId(rows);
}

/** The same without locks, for a preview. */
export async function readMergingContacts(
  { tx }: Pick<ReadContext, "tx">,
  ids: readonly string[],
): Promise<Map<string, MergingContact>> {
  const { rows } = await sql<MergingRow>`
    select ${sql.raw(FACTS)} from contact where id = any(${[...ids]}::uuid[])`.execute(tx);
  return byId(rows);
}

import { sql } from "kysely";
import type { Context } from "../ledger/context.ts";
import { aboutPerson } from "./find-person-rows.ts";
import { personalTables } from "./personal-table.ts";
import type { PersonSought, PersonalTable } from "./personal-table.ts";

interface FoundRows {
  readonly declared: PersonalTable;
  readonly ids: readonly string[];
}

/**
 * Takes out of every declared table, and out of the ledger's images of it, what it says of somebody. Rows that others count
 * stay, without what they said. Nothing of it can be put back: no image is written.
 * @returns which rows of which table.
 */
export async function erasePersonRows(
  context: Context,
  person: PersonSought,
): Promise<ReadonlyMap<string, readonly string[]>> {
  // All are looked for before any goes, because some are found by others.
  const found: FoundRows[] = [];
  for (const declared of personalTables()) {
    if (declared.kept !== "unledgered") found.push({ declared, ids: await idsOf(context, declared, person) });
  }
  await context.client.query(
    "select set_config('tongzhou.images', 'off', true), set_config('tongzhou.erasing', 'on', true)",
  );
  for (const declared of personalTables()) if (declared.kept === "unledgered") await clear(context, declared, person);
  for (const { declared, ids } of found) await clear(context, declared, person, ids);
  await context.client.query(
    "select set_config('tongzhou.images', '', true), set_config('tongzhou.erasing', '', true)",
  );
  const hungOn = [...person.contactIds, ...person.identifierIds];
  for (const { declared, ids } of found) await clearImages(context, declared, ids, hungOn);
  return new Map(found.map(({ declared, ids }) => [declared.table, ids]));
}

async function idsOf({ tx }: Context, declared: PersonalTable, person: PersonSought): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from ${sql.table(declared.table)} as t, ${aboutPerson(declared, person)}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** @param ids which rows; without, those that are about the person now. */
async function clear(
  { tx }: Context,
  declared: PersonalTable,
  person: PersonSought,
  ids?: readonly string[],
): Promise<void> {
  const { table, erased, kept } = declared;
  if (ids?.length === 0) return;
  // Facts are partitioned and have no index on their id alone: they are found by what they hang on.
  const byIds = ids !== undefined && kept !== "fact";
  const which = aboutPerson(byIds ? { ...declared, about: "true" } : declared, person);
  const named = byIds ? sql`and t.id = any(${[...ids]}::uuid[])` : sql``;
  if (erased === "removed") {
    await sql`delete from ${sql.table(table)} as t using ${which} ${named}`.execute(tx);
    return;
  }
  const sets = Object.entries(erased).map(([column, value]) => sql`${sql.ref(column)} = ${sql.raw(value)}`);
  await sql`update ${sql.table(table)} as t set ${sql.join(sets)} from ${which} ${named}`.execute(tx);
}

/** What the ledger keeps of these rows, and of rows that were deleted before and hung on them. */
async function clearImages(
  { client }: Context,
  { table, erased }: PersonalTable,
  ids: readonly string[],
  hungOn: readonly string[],
): Promise<void> {
  const gone = `c.table_name = $1 and (c.row_id = any($2::uuid[]) or (
    c.act = 'd' and exists (select from jsonb_each_text(c.before) as e (key, value) where e.value = any($3::text[]))))`;
  if (erased === "removed") {
    await client.query(`delete from change as c where ${gone}`, [table, ids, hungOn]);
    return;
  }
  await client.query(
    `update change as c set before = c.before - $4::text[], after = c.after - $4::text[] where ${gone}`,
    [table, ids, hungOn, Object.keys(erased)],
  );
}

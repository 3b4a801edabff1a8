import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { ReadContext } from "../ledger/context.ts";
import { personalTables } from "./personal-table.ts";
import type { PersonSought, PersonalTable } from "./personal-table.ts";

/** How many rows of a kind are about somebody. */
export interface PersonCount {
  readonly what: string;
  /** Whether they go as a whole, or stay without what they said. */
  readonly removed: boolean;
  readonly count: number;
}

/** `t` and `given`, and the condition that `t` is about the person. */
export function aboutPerson({ about }: PersonalTable, person: PersonSought): RawBuilder<unknown> {
  const { contactIds, identifierIds, words } = person;
  return sql`(
      select ${[...contactIds]}::uuid[] as contacts, ${[...identifierIds]}::uuid[] as identifiers, ${[...words]}::text[] as words
    ) as given
    where (${sql.raw(about)})`;
}

/** What is held about somebody, by kind; kinds without any are left out. */
export async function countPersonRows({ tx }: Pick<ReadContext, "tx">, person: PersonSought): Promise<PersonCount[]> {
  const counted: PersonCount[] = [];
  for (const declared of personalTables()) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(declared.table)} as t, ${aboutPerson(declared, person)}`.execute(tx);
    const count = rows[0]?.n ?? 0;
    if (count > 0) counted.push({ what: declared.what, removed: declared.erased === "removed", count });
  }
  return counted;
}

export type PlainRow = Readonly<Record<string, unknown>>;

/** Every row about somebody, whole, by kind. */
export async function readPersonRows(
  { tx }: Pick<ReadContext, "tx">,
  person: PersonSought,
): Promise<{ what: string; rows: PlainRow[] }[]> {
  const read: { what: string; rows: PlainRow[] }[] = [];
  for (const declared of personalTables()) {
    if (declared.exported === false) continue;
    const { rows } = await sql<{ row: PlainRow }>`
      select to_jsonb(t) as row from ${sql.table(declared.table)} as t, ${aboutPerson(declared, person)}`.execute(tx);
    if (rows.length > 0) read.push({ what: declared.what, rows: rows.map(({ row }) => row) });
  }
  return read;
}

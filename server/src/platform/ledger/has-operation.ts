import { sql } from "kysely";
import type { ReadContext } from "./context.ts";

/** Whether an operation of this kind was ever done. */
export async function hasOperation({ tx }: Pick<ReadContext, "tx">, kind: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from operation where kind = ${kind}) as found`.execute(tx);
  return rows[0]?.found === true;
}

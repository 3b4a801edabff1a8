import { sql } from "kysely";
import type { ReadContext } from "../ledger/context.ts";

/** Whether a long operation, such as an import, waits to run or runs. */
export async function isWorkUnderWay({ tx }: Pick<ReadContext, "tx">): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from long_operation where state in ('queued', 'running', 'stopping')) as found`.execute(tx);
  return rows[0]?.found === true;
}

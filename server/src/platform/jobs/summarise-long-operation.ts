import type { Context } from "../ledger/context.ts";

/** Merges words or counts into the summary of a long operation, from within one of its batches. @param id that of the long operation. */
export async function summariseLongOperation(
  { client }: Pick<Context, "client">,
  id: string,
  summary: Readonly<Record<string, unknown>>,
): Promise<void> {
  await client.query("update operation set summary = summary || $2 where id = $1", [id, summary]);
}

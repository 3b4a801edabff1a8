import type { ImportSettings } from "@tongzhou/contract/import-settings";
import type { DryRun } from "@tongzhou/contract/imports";
import type { Viewing } from "../../platform/access/acting.ts";
import { readFile } from "../../platform/files/read-file.ts";
import type { House } from "../../platform/ledger/context.ts";
import { requireCompany } from "../people/index.ts";
import { accountKeysOf, DryRunCount, keyOf } from "./domain/dry-run-count.ts";
import type { KnownFacts } from "./domain/dry-run-count.ts";
import type { GoodRow, RowBatch } from "./domain/row-batches.ts";
import { firstPosition, planImport, readingPlanOf } from "./plan-import.ts";
import { openImportFile } from "./open-import-file.ts";
import { findKnownAccounts, findKnownContacts, findKnownIdentifiers } from "./queries/known-rows.ts";
import { RowStream } from "./reading/row-stream.ts";

/** Somebody waits for it: of a longer file so many rows are read, and the counts say that they are not of all. */
const ROWS_AT_MOST = 200_000;
const BATCH_ROWS = 5_000;

/**
 * What an import would do: who is new, who is known and by what, whose identifiers belong to two people, which values differ
 * from what is known, which rows stay out. Writes nothing.
 * @throws what openImportFile and planImport throw.
 */
export async function dryRun(
  { pool }: Pick<House, "pool">,
  context: Pick<Viewing, "tx" | "viewer" | "now">,
  fileId: string,
  settings: ImportSettings,
): Promise<DryRun> {
  const opened = await openImportFile({ pool }, context.viewer, fileId, settings.reading);
  const plan = planImport(opened, settings, await requireCompany(context), context.now);
  const start = firstPosition(plan);
  const stream = new RowStream(readingPlanOf(plan, start, BATCH_ROWS), readFile(pool, fileId, start.offset));
  try {
    const count = new DryRunCount(settings.columns);
    for (let read = 0; read < ROWS_AT_MOST; read += BATCH_ROWS) {
      const next = await stream.next();
      if (!next) return count.result(true);
      count.add(next.batch, await factsFor(context, next.batch));
      if (next.isLast) return count.result(true);
    }
    return count.result(false);
  } finally {
    await stream.close();
  }
}

async function factsFor(context: Pick<Viewing, "tx" | "viewer">, { rows }: RowBatch): Promise<KnownFacts> {
  const good = rows.filter((row): row is GoodRow => row.kind === "draft");
  const strong = good.flatMap(({ draft }) => draft.identifiers.filter((identifier) => identifier.strong));
  const identifiers = await findKnownIdentifiers(context, distinct(strong));
  const contactIds = [...new Set(identifiers.map(({ contactId }) => contactId))];
  return {
    contactIdOf: new Map(identifiers.map((found) => [keyOf(found), found.contactId])),
    contacts: await findKnownContacts(context, context.viewer, contactIds),
    accounts: await findKnownAccounts(context, distinct(good.flatMap(accountKeysOf))),
  };
}

function distinct<Key extends { kind: string; value: string }>(keys: readonly Key[]): Key[] {
  return [...new Map(keys.map((key) => [keyOf(key), key])).values()];
}

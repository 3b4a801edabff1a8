import { sql } from "kysely";
import type { ColumnRule, ImportObject, ImportSettings, ImportTarget } from "@tongzhou/contract/import-settings";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

interface RememberedColumn {
  readonly target: ImportTarget;
  /** Of an added field. */
  readonly fieldId?: string;
  readonly memberSource?: string;
  readonly rule?: ColumnRule;
}

/** What was settled for a set of headers. */
export interface RememberedMapping extends Pick<ImportSettings, "source" | "productLines" | "touchKind" | "channel"> {
  /** Leads where it was remembered before there was a choice. */
  readonly object?: ImportObject;
  /** By the folded name of the column; null: it was left out on purpose. */
  readonly columns: Readonly<Record<string, RememberedColumn | null>>;
}

export async function findMapping(
  { tx }: Pick<ReadContext, "tx">,
  headerHash: string,
): Promise<RememberedMapping | undefined> {
  const row = await tx
    .selectFrom("import_mapping")
    .select("mapping")
    .where("header_hash", "=", headerHash)
    .executeTakeFirst();
  return row?.mapping as RememberedMapping | undefined;
}

/** Remembers a mapping for the next file with these headers. */
export async function saveMapping(
  { tx }: Pick<Context, "tx">,
  headerHash: string,
  mapping: RememberedMapping,
): Promise<void> {
  await sql`
    insert into import_mapping (header_hash, mapping)
    values (${headerHash}, ${JSON.stringify(mapping)})
    on conflict (header_hash) do update set mapping = excluded.mapping`.execute(tx);
}

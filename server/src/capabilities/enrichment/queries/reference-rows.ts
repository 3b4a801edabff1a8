import type { MappedReferenceColumn } from "@tongzhou/contract/enrichment";
import type { LongOperationState } from "@tongzhou/contract/jobs";
import { sql } from "kysely";
import { insertTogether } from "../../../platform/database/insert-rows.ts";
import { insertion } from "../../../platform/database/insertion.ts";
import type { Context, House, ReadContext } from "../../../platform/ledger/context.ts";
import type { CompanyKey } from "../domain/company-keys.ts";
import type { FoundLine } from "../domain/choose-line.ts";
import type { KnownFacts } from "../domain/provider-answer.ts";
import type { ReferenceFormat } from "../shapes/reference-format.ts";

export interface NewReferenceFile {
  readonly id: string;
  readonly sourceId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly format: ReferenceFormat;
  readonly header: readonly string[];
  readonly columns: readonly MappedReferenceColumn[];
  readonly broughtBy: string;
  readonly at: Date;
}

/** A version of a file with how its reading went. */
export interface StoredReferenceFile {
  readonly id: string;
  readonly sourceId: string;
  readonly version: number;
  readonly fileName: string;
  readonly header: readonly string[];
  readonly columns: readonly MappedReferenceColumn[];
  readonly broughtById: string | null;
  readonly at: Date;
  readonly state: LongOperationState;
  readonly rows: number;
  readonly skipped: number;
  readonly undone: boolean;
}

/** Adds the next version of a file. @returns its number. */
export async function insertReferenceFile({ tx }: Context, file: NewReferenceFile): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into reference_file (id, source_id, version, file_id, file_name, format, header, columns, brought_by, at)
    select ${file.id}::uuid, ${file.sourceId}::uuid, coalesce(max(version), 0) + 1, ${file.fileId}::uuid, ${file.fileName},
      ${JSON.stringify(file.format)}::jsonb, ${JSON.stringify(file.header)}::jsonb, ${JSON.stringify(file.columns)}::jsonb,
      ${file.broughtBy}::uuid, ${file.at.toISOString()}::timestamptz
    from reference_file where source_id = ${file.sourceId}::uuid
    returning version`.execute(tx);
  return rows[0]?.version ?? 1;
}

/** The versions of the files of these sources, the newest first. */
export async function findReferenceFiles(
  { tx }: Pick<ReadContext, "tx">,
  sourceIds: readonly string[],
): Promise<StoredReferenceFile[]> {
  const { rows } = await sql<StoredReferenceFile>`
    select f.id, f.source_id as "sourceId", f.version, f.file_name as "fileName", f.header, f.columns,
      f.brought_by as "broughtById", f.at, f.row_count as rows, f.skipped, o.state, ledger.is_undone(f.id) as undone
    from reference_file as f
    join published.long_operation as o on o.id = f.id
    where f.source_id = any(${[...sourceIds]}::uuid[])
    order by f.source_id, f.version desc`.execute(tx);
  return rows;
}

export interface ReadingOfFile {
  readonly fileId: string;
  readonly format: ReferenceFormat;
  readonly columns: readonly MappedReferenceColumn[];
}

/** What is read of a version, and how. */
export async function findReading({ pool }: Pick<House, "pool">, id: string): Promise<ReadingOfFile | undefined> {
  const { rows } = await pool.query<ReadingOfFile>(
    `select file_id as "fileId", format, columns from reference_file where id = $1`,
    [id],
  );
  return rows[0];
}

export interface NewReferenceRow {
  readonly line: number;
  readonly facts: KnownFacts;
  readonly keys: readonly CompanyKey[];
}

/** Keeps what lines of a version say, and by what each is found. */
export async function insertReferenceRows(
  { client }: Context,
  id: string,
  { rows, skipped }: { readonly rows: readonly NewReferenceRow[]; readonly skipped: number },
): Promise<void> {
  await client.query("update reference_file set row_count = row_count + $2, skipped = skipped + $3 where id = $1", [
    id,
    rows.length,
    skipped,
  ]);
  await insertTogether(client, [
    insertion(
      "reference_row",
      { file_id: "uuid", line: "int", facts: "jsonb" },
      rows.map(({ line, facts }) => ({ file_id: id, line, facts })),
    ),
    insertion(
      "reference_key",
      { file_id: "uuid", kind: "text", value: "text", line: "int" },
      rows.flatMap(({ line, keys }) => keys.map(({ kind, value }) => ({ file_id: id, kind, value, line }))),
    ),
  ]);
}

/** The version of a source's file that counts: the newest that was read to its end and not taken back. */
export async function findCurrentFile(
  { pool }: Pick<House, "pool">,
  sourceId: string,
): Promise<Pick<StoredReferenceFile, "id" | "version" | "fileName" | "at"> | undefined> {
  const { rows } = await pool.query<Pick<StoredReferenceFile, "id" | "version" | "fileName" | "at">>(
    `select f.id, f.version, f.file_name as "fileName", f.at
     from reference_file as f
     join published.long_operation as o on o.id = f.id
     where f.source_id = $1 and o.state = 'done' and not ledger.is_undone(f.id)
     order by f.version desc
     limit 1`,
    [sourceId],
  );
  return rows[0];
}

/** More lines by one key are no answer, however many there are. */
const LINES_A_KEY = 20;

/** The lines of a version that have one of the keys: one index probe a key. */
export async function findLines(
  { pool }: Pick<House, "pool">,
  id: string,
  keys: readonly CompanyKey[],
): Promise<(FoundLine & { readonly value: string; readonly facts: KnownFacts })[]> {
  if (keys.length === 0) return [];
  const { rows } = await pool.query<CompanyKey & { line: number; facts: KnownFacts }>(
    `select k.kind, k.value, k.line, r.facts
     from (select distinct kind, value from unnest($2::text[], $3::text[]) as w (kind, value)) as wanted
     cross join lateral (
       select kind, value, line from reference_key
       where file_id = $1 and kind = wanted.kind and value = wanted.value
       order by line
       limit ${LINES_A_KEY}
     ) as k
     join reference_row as r on r.file_id = $1 and r.line = k.line`,
    [id, keys.map(({ kind }) => kind), keys.map(({ value }) => value)],
  );
  return rows.map((row) => ({
    ...row,
    name: row.facts.name ?? null,
    creditCode: row.facts.creditCode ?? null,
    regionCode: row.facts.regionCode ?? null,
  }));
}

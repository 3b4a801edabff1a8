import type { ExportFormat, ExportObject } from "@tongzhou/contract/exports";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import { reachPredicate } from "../../platform/access/scope-predicate.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { Context, House, ReadContext } from "../../platform/ledger/context.ts";
import { exportersSeen } from "./exports.access.ts";
import type { ExportOrder } from "./export-request-of.ts";

/** The purpose under which files of exports are stored. */
export const EXPORT_FILE = "export";

const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/** How long the file of an export is kept. */
export const KEPT_MS = KEPT_DAYS * DAY_MS;

/** When a file that was written now is deleted. */
export const expiryOf = (now: Date): Date => new Date(now.getTime() + KEPT_MS);

export interface StoredExport {
  readonly id: string;
  readonly object: ExportObject;
  readonly format: ExportFormat;
  readonly filter: RuleGroup | null;
  readonly search: string;
  readonly chosen: number | null;
  readonly columns: readonly string[];
  readonly personId: string;
  readonly personName: string;
  readonly at: Date;
  readonly rows: number | null;
  readonly fileId: string | null;
  readonly size: number | null;
  readonly expiresAt: Date | null;
  /** Somebody was forgotten after it was asked for, who may be in it. */
  readonly outdated: boolean;
}

/** Notes what is about to leave, under the id of the operation. */
export async function insertExport(
  { tx, operationId, now }: Context,
  { object, format, choice, columns }: ExportOrder,
  personId: string,
): Promise<void> {
  const chosen = "ids" in choice ? new Set(choice.ids).size : null;
  await tx
    .insertInto("list_export")
    .values({
      id: operationId,
      object,
      format,
      filter: "ids" in choice ? null : JSON.stringify(choice.filter),
      search: "ids" in choice ? "" : choice.search,
      chosen,
      columns: JSON.stringify(columns),
      made_by: personId,
      made_at: now,
    })
    .execute();
}

/** Notes the file of an export. */
export async function finishExport(
  { tx }: Context,
  id: string,
  file: { readonly rows: number; readonly fileId: string; readonly size: number; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .updateTable("list_export")
    .set({ row_count: file.rows, file_id: file.fileId, file_size: file.size, expires_at: file.expiresAt })
    .where("id", "=", id)
    .execute();
}

const COLUMNS = sql`
  e.id, e.object, e.format, e.filter, e.search, e.chosen, e.columns, e.made_by as "personId", p.name as "personName",
  e.made_at as at, e.row_count as rows, e.file_id as "fileId", e.file_size as size, e.expires_at as "expiresAt",
  e.object <> 'campaign' and exists (select from published.erasure as x where x.operation_id > e.id) as outdated`;

/** Exports that the viewer may see, the newest first. */
export async function findExports(
  { tx }: Pick<ReadContext, "tx">,
  viewer: Viewer,
  limit: number,
  after: readonly [at: string, id: string] | undefined,
): Promise<StoredExport[]> {
  const behind: RawBuilder<SqlBool> = after
    ? sql<SqlBool>`(e.made_at, e.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql<SqlBool>`true`;
  const { rows } = await sql<StoredExport>`
    select ${COLUMNS}
    from list_export as e
    join published.person as p on p.id = e.made_by
    where ${behind} and (e.made_by = ${viewer.personId}::uuid or ${reachPredicate(exportersSeen(viewer), { owner: "made_by" }, "e")})
    order by e.made_at desc, e.id desc
    limit ${limit}`.execute(tx);
  return rows;
}

/** One export. */
export async function findExport({ tx }: Pick<ReadContext, "tx">, id: string): Promise<StoredExport | undefined> {
  const { rows } = await sql<StoredExport>`
    select ${COLUMNS}
    from list_export as e
    join published.person as p on p.id = e.made_by
    where e.id = ${id}`.execute(tx);
  return rows[0];
}

/** Files that were written while somebody in them was being forgotten; those handed over before have no bytes any more. */
export async function findOutdatedFiles({ pool }: Pick<House, "pool">): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(`
    select e.file_id as id
    from list_export as e
    where e.object <> 'campaign'
      and e.file_id is not null
      and exists (select from published.erasure as x where x.operation_id > e.id)`);
  return rows.map(({ id }) => id);
}

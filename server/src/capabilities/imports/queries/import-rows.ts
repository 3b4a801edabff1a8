import { sql } from "kysely";
import type { ImportMode, ImportObject, ImportSettings } from "@tongzhou/contract/import-settings";
import type { ImportResult, RejectedRow, RowProblem } from "@tongzhou/contract/imports";
import type { LeadStage } from "@tongzhou/contract/lead-stages";
import { insertRows } from "../../../platform/database/insert-rows.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import { behind } from "../../../platform/paging/keyset.ts";

type Reading = Pick<ReadContext, "tx">;

export interface NewImport {
  readonly id: string;
  readonly fileId: string;
  readonly name: string;
  readonly object: ImportObject;
  readonly mode: ImportMode;
  readonly campaignId: string | null;
  readonly header: readonly string[];
  readonly settings: ImportSettings;
  readonly startedBy: string | null;
  readonly contentHash: string | null;
}

export async function insertImport({ tx, now }: Context, made: NewImport): Promise<void> {
  await tx
    .insertInto("import")
    .values({
      id: made.id,
      file_id: made.fileId,
      name: made.name,
      object: made.object,
      mode: made.mode,
      campaign_id: made.campaignId,
      header: JSON.stringify(made.header),
      settings: JSON.stringify(made.settings),
      started_by: made.startedBy,
      content_hash: made.contentHash,
      created_at: now,
    })
    .execute();
}

/** An import as it was begun. */
export interface BegunImport extends Omit<NewImport, "startedBy" | "contentHash"> {
  readonly campaignName: string | null;
  readonly startedById: string | null;
  readonly startedByName: string | null;
  readonly createdAt: Date;
}

const BEGUN = sql`
  select
    i.id,
    i.file_id as "fileId",
    i.name,
    i.object,
    i.mode,
    i.campaign_id as "campaignId",
    c.name as "campaignName",
    i.header,
    i.settings,
    i.started_by as "startedById",
    p.name as "startedByName",
    i.created_at as "createdAt"
  from import as i
  left join published.campaign as c on c.id = i.campaign_id
  left join published.person as p on p.id = i.started_by`;

/** Imports, the newest first, one more than a page. @param after the last row of the page before. */
export async function listBegun(
  { tx }: Reading,
  limit: number,
  after: readonly [createdAt: string, id: string] | undefined,
): Promise<BegunImport[]> {
  const place = after ? behind([sql`i.created_at`, sql`i.id`], after, "desc") : sql`true`;
  const { rows } = await sql<BegunImport>`
    ${BEGUN}
    where ${place}
    order by i.created_at desc, i.id desc
    limit ${limit + 1}`.execute(tx);
  return rows;
}

export async function findBegun({ tx }: Reading, id: string): Promise<BegunImport | undefined> {
  const { rows } = await sql<BegunImport>`${BEGUN} where i.id = ${id}`.execute(tx);
  return rows[0];
}

/** How many imports of one content are looked at for one that stands; more were undone on purpose. */
const SAME_AT_MOST = 50;

/** Imports of files with this content, the newest first. */
export async function findImportsOf({ tx }: Reading, contentHash: string): Promise<BegunImport[]> {
  const { rows } = await sql<BegunImport>`
    ${BEGUN}
    where i.content_hash = ${contentHash}
    order by i.created_at desc, i.id desc
    limit ${SAME_AT_MOST}`.execute(tx);
  return rows;
}

/** Where the leads of an import are now, by stage and holder. */
export async function countLeadsByPlace({ tx }: Reading, importId: string): Promise<ImportResult["leads"]> {
  const { rows } = await sql<ImportResult["leads"][number]>`
    select l.stage, l.pool_kind as pool, l.owner_id as "ownerId", p.name as "ownerName", count(*)::int as leads
    from (select distinct lead_id from import_row where import_id = ${importId} and lead_id is not null) as r
    join published.lead as l on l.id = r.lead_id
    left join published.person as p on p.id = l.owner_id
    group by l.stage, l.pool_kind, l.owner_id, p.name
    order by leads desc, l.stage, p.name`.execute(tx);
  return rows.map((row) => ({ ...row, stage: row.stage as LeadStage }));
}

/** What became of a row. */
export interface RowOutcomeRow {
  readonly import_id: string;
  readonly row_number: number;
  readonly line: number;
  readonly outcome: "created" | "attached" | "updated" | "rejected";
  readonly lead_id: string | null;
  readonly contact_id: string | null;
  readonly account_id: string | null;
  readonly problems: readonly RowProblem[] | null;
  readonly cells: readonly string[] | null;
}

export async function insertRowOutcomes({ client }: Context, rows: readonly RowOutcomeRow[]): Promise<void> {
  await insertRows<RowOutcomeRow>(
    client,
    "import_row",
    {
      import_id: "uuid",
      row_number: "int",
      line: "int",
      outcome: "text",
      lead_id: "uuid",
      contact_id: "uuid",
      account_id: "uuid",
      problems: "jsonb",
      cells: "jsonb",
    },
    rows,
  );
}

/** Rows that were kept out, in the order of the file, behind a row number. */
export async function listRejected(
  { tx }: Reading,
  importId: string,
  afterRow: number,
  limit: number,
): Promise<RejectedRow[]> {
  const { rows } = await sql<RejectedRow>`
    select row_number as "rowNumber", line, coalesce(problems, '[]') as problems, coalesce(cells, '[]') as cells
    from import_row
    where import_id = ${importId} and outcome = 'rejected' and row_number > ${afterRow}
    order by row_number
    limit ${limit}`.execute(tx);
  return rows;
}

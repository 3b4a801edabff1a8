import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { BulkPreview } from "@tongzhou/contract/bulk";
import type { Acting, Viewing } from "../access/acting.ts";
import type { Viewer } from "../access/viewer.ts";
import type { RowChoice } from "./choose-ids.ts";
import { chooseRows } from "./choose-rows.ts";
import type { Calendar, Choice } from "./choose-rows.ts";
import type { ListDefinition } from "./list-definition.ts";

/** Why a row stays as it is, and of which rows that is true; the first rule that fits is the one that is told. */
export interface StayRule {
  readonly because: BulkPreview["stays"][number]["because"];
  readonly when: RawBuilder<SqlBool>;
}

/** Something that is done with many rows of a list: who stays out of it, and what happens to the others. */
export interface BulkWork {
  readonly stays: readonly StayRule[];
  /** Takes locks that must come before those of the rows. */
  before?(context: Acting, ids: readonly string[]): Promise<void>;
  apply(context: Acting, ids: readonly string[]): Promise<void>;
}

/** A list whose rows can be changed many at once, as its capability describes it. */
export interface BulkList {
  list(viewer: Viewer): ListDefinition<{ id: string }>;
}

const EVERYTHING: Choice = { filter: { combinator: "and", rules: [] }, search: "" };

const choiceOf = (choice: RowChoice): Choice => ("all" in choice ? choice.all : EVERYTHING);

/** Null for a row with which the work is done. */
const becauseOf = ({ stays }: BulkWork): RawBuilder<string | null> =>
  stays.length === 0
    ? sql<string | null>`null::text`
    : sql<string | null>`case ${sql.join(
        stays.map(({ because, when }) => sql`when ${when} then ${because}`),
        sql` `,
      )} end`;

/**
 * What a work would do for this viewer: the rows they may read are counted by what would become of them; named ones that
 * they may not even read count as not allowed, like those they may only read.
 */
export async function previewWork(
  list: ListDefinition<{ id: string }>,
  choice: RowChoice,
  work: BulkWork,
  viewing: Viewing,
  calendar: Calendar,
): Promise<Pick<BulkPreview, "changes" | "stays">> {
  const where = chooseRows(list, choiceOf(choice), viewing, calendar);
  const ids = "ids" in choice ? [...new Set(choice.ids)] : null;
  const named = ids === null ? sql`` : sql`and ${sql.ref(`${list.alias}.id`)} = any(${ids}::uuid[])`;
  const { rows } = await sql<{ because: StayRule["because"] | null; count: number }>`
    select ${becauseOf(work)} as because, count(*)::int as count
    from ${list.from}
    where ${where} ${named}
    group by 1`.execute(viewing.tx);
  const counts = new Map(rows.map(({ because, count }) => [because, count]));
  const unseen = ids === null ? 0 : ids.length - rows.reduce((sum, { count }) => sum + count, 0);
  if (unseen > 0) counts.set("not_allowed", (counts.get("not_allowed") ?? 0) + unseen);
  return {
    changes: counts.get(null) ?? 0,
    stays: [...counts]
      .flatMap(([because, count]) => (because === null ? [] : [{ because, count }]))
      .toSorted((a, b) => b.count - a.count || (a.because < b.because ? -1 : 1)),
  };
}

/** The next rows of a choice, by id, behind `after`. */
export async function chooseBehind(
  list: ListDefinition<{ id: string }>,
  choice: RowChoice,
  { after, limit }: { readonly after: string | null; readonly limit: number },
  acting: Acting,
  calendar: Calendar,
): Promise<string[]> {
  const id = sql.ref(`${list.alias}.id`);
  const where = chooseRows(list, choiceOf(choice), acting, calendar);
  const named = "ids" in choice ? sql`and ${id} = any(${[...choice.ids]}::uuid[])` : sql``;
  const { rows } = await sql<{ id: string }>`
    select ${id} as id
    from ${list.from}
    where ${where} ${named} and (${after}::uuid is null or ${id} > ${after}::uuid)
    order by 1
    limit ${limit}`.execute(acting.tx);
  return rows.map((row) => row.id);
}

/** Does a work with these rows, under their locks, as far as it may be done with each now. @returns with which it was. */
export async function doWork(
  list: ListDefinition<{ id: string }>,
  ids: readonly string[],
  work: BulkWork,
  acting: Acting,
  calendar: Calendar,
): Promise<string[]> {
  if (ids.length === 0) return [];
  await work.before?.(acting, ids);
  const id = sql.ref(`${list.alias}.id`);
  await sql`
    select from ${list.from} where ${id} = any(${[...ids]}::uuid[]) order by ${id} for update of ${sql.ref(list.alias)}`.execute(
    acting.tx,
  );
  // Asked after the locks: whoever held them may have changed what decides.
  const where = chooseRows(list, EVERYTHING, acting, calendar);
  const { rows } = await sql<{ id: string }>`
    select ${id} as id
    from ${list.from}
    where ${where} and ${id} = any(${[...ids]}::uuid[]) and (${becauseOf(work)}) is null
    order by 1`.execute(acting.tx);
  const done = rows.map((row) => row.id);
  if (done.length > 0) await work.apply(acting, done);
  return done;
}

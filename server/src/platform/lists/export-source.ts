import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { AccessObject } from "../access/access-object.ts";
import type { Viewing } from "../access/acting.ts";
import { fieldExists, mayFilterBy } from "../access/field-access.ts";
import { scopePredicate } from "../access/scope-predicate.ts";
import type { Viewer } from "../access/viewer.ts";
import { addedColumns } from "../custom-fields/added-columns.ts";
import { withRecordValues } from "../custom-fields/record-values.ts";
import type { FileWords } from "../sheets/file-words.ts";
import type { CellKind, SheetCell } from "../sheets/sheet-cell.ts";
import type { Calendar, Choice } from "./choose-rows.ts";
import type { RowChoice } from "./choose-ids.ts";
import type { ListDefinition } from "./list-definition.ts";
import type { OfferedColumn } from "./offered-column.ts";
import type { Page, PageRequest } from "./read-list.ts";
import { readList } from "./read-list.ts";

/** What writing a cell may ask besides its row. */
export interface CellWords extends FileWords {
  readonly viewer: Viewer;
}

/** A column that a list can be exported with. */
export interface ExportColumn<Row> {
  /** As the page calls the column that shows the same. */
  readonly id: string;
  readonly kind: CellKind;
  /** The field whose grants hide or mask it; whoever it does not exist for is not offered the column. */
  readonly governed?: { readonly object: AccessObject; readonly field: string };
  /** Reads rows as the viewer is shown them, so that what is masked on the page is masked in the file. */
  cell(row: Row, words: CellWords): SheetCell;
}

/** Which rows leave, and in which order. */
export interface ExportRequest {
  readonly choice: RowChoice;
  readonly sort: string;
  readonly columns: readonly string[];
}

/** A list that can be exported: what its columns say and how its rows are read, under the rights of the list itself. */
export interface ExportSource {
  /** As saved views call it: `lead`. */
  readonly name: string;
  readonly object: AccessObject;
  /** The columns that exist for the viewer, in their order; behind them what the company added. */
  offered(viewer: Viewer): OfferedColumn[];
  /** The rows that leave, as a list to be counted: what may be read and exported, and among them what was chosen. */
  chosen(viewer: Viewer, choice: RowChoice): { readonly list: ListDefinition<{ id: string }>; readonly choice: Choice };
  /** The cells of one page and where the next begins. */
  read(
    request: ExportRequest,
    page: { readonly cursor: string | undefined; readonly limit: number },
    viewing: Viewing,
    calendar: Calendar,
    words: CellWords,
  ): Promise<{ readonly rows: SheetCell[][]; readonly nextCursor: string | undefined }>;
}

/** How a capability describes one of its lists. */
export interface ExportedList<Stored extends { id: string }, Row> {
  readonly name: string;
  readonly object: AccessObject;
  list(viewer: Viewer): ListDefinition<Stored>;
  /** Where the row's id stands when it is not the id of the list's table. */
  readonly rowId?: RawBuilder<unknown>;
  /** Rows as the page shows them to this viewer. */
  present(rows: readonly Stored[], viewing: Viewing): Promise<Row[]> | Row[];
  /** Reads a page where the list has a statement of its own. */
  page?(
    list: ListDefinition<Stored>,
    request: PageRequest,
    viewing: Viewing,
    calendar: Calendar,
  ): Promise<Page<Stored>>;
  readonly columns: readonly ExportColumn<Row>[];
}

const EVERYTHING: Choice = { filter: { combinator: "and", rules: [] }, search: "" };

/** Makes a list exportable. */
export function exportSource<Stored extends { id: string }, Row>(described: ExportedList<Stored, Row>): ExportSource {
  const { name, object, columns } = described;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const narrowed = (viewer: Viewer, choice: RowChoice): ListDefinition<Stored> => {
    const list = described.list(viewer);
    const conditions: RawBuilder<unknown>[] = [scopePredicate(viewer, object, "export", list.alias)];
    if (list.always) conditions.push(list.always);
    if ("ids" in choice) {
      const id = described.rowId ?? sql.ref(`${list.alias}.id`);
      conditions.push(sql`${id} = any(${[...choice.ids]}::uuid[])`);
    }
    return { ...list, always: sql<SqlBool>`(${sql.join(conditions, sql`) and (`)})` };
  };
  return {
    name,
    object,
    offered: (viewer) => [
      ...columns
        .filter(({ governed }) => !governed || fieldExists(viewer, governed.object, governed.field))
        .map(({ id, kind, governed }) => ({
          id,
          kind,
          masked: governed !== undefined && !mayFilterBy(viewer, governed.object, governed.field),
        })),
      ...addedColumns(viewer, object),
    ],
    chosen: (viewer, choice) => ({ list: narrowed(viewer, choice), choice: "all" in choice ? choice.all : EVERYTHING }),
    async read({ choice, sort, columns: ids }, { cursor, limit }, viewing, calendar, words) {
      const list = narrowed(viewing.viewer, choice);
      const asked = { ...("all" in choice ? choice.all : EVERYTHING), sort, cursor, limit };
      const page = await (described.page ?? readList)(list, asked, viewing, calendar);
      const shown = await described.present(page.rows, viewing);
      const added = new Map(addedColumns(viewing.viewer, object).map((column) => [column.id, column]));
      const values = ids.some((id) => added.has(id)) ? await withRecordValues(viewing, object.name, page.rows) : [];
      const cellsOf = (row: Row, place: number): SheetCell[] =>
        ids.map((id) => byId.get(id)?.cell(row, words) ?? added.get(id)?.cell(values[place]?.custom, words) ?? null);
      return { rows: shown.map(cellsOf), nextCursor: page.nextCursor };
    },
  };
}

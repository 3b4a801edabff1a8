import { ChevronDown, ChevronUp } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "../controls/Checkbox.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import styles from "./RecordTable.module.css";
import { ColumnEdge } from "./ColumnEdge.tsx";
import type { Column, ColumnWidths, Sorting } from "./table-types.ts";

interface HeadRowProps<Row> {
  columns: readonly Column<Row>[];
  widths?: ColumnWidths | undefined;
  sorting?: Sorting | undefined;
  onSort?: ((column: string) => void) | undefined;
  choosing?: { all: boolean; some: boolean; onAll: () => void };
}

const CHOOSING_PX = 48;

/** Widths and heads of the columns; the last one takes what is left. */
export function HeadRow<Row>({ columns, widths, sorting, onSort, choosing }: HeadRowProps<Row>) {
  const { t } = useTranslation("ui");
  // Kept here while an edge is dragged, so that no row is drawn anew for it.
  const [dragged, setDragged] = useState<{ id: string; px: number }>();
  const widthOf = ({ id, width }: Column<Row>): number | undefined =>
    dragged?.id === id ? dragged.px : (widths?.of[id] ?? width);
  return (
    <>
      <colgroup>
        {choosing === undefined ? null : <col style={{ width: `${CHOOSING_PX}px` }} />}
        {columns.map((column, at) => (
          <col
            key={column.id}
            style={
              widthOf(column) === undefined || at === columns.length - 1 ? undefined : { width: `${widthOf(column)}px` }
            }
          />
        ))}
      </colgroup>
      <thead>
        <tr>
          {choosing === undefined ? null : (
            <th scope="col">
              <Checkbox
                aria-label={t("selectAll")}
                checked={choosing.all}
                some={choosing.some && !choosing.all}
                onChange={choosing.onAll}
              />
            </th>
          )}
          {columns.map((column, at) => (
            <Head key={column.id} column={column} sorting={sorting} onSort={onSort}>
              {widths === undefined || at === columns.length - 1 ? null : (
                <ColumnEdge
                  head={column.head}
                  width={widthOf(column)}
                  onDrag={(px) => setDragged(px === undefined ? undefined : { id: column.id, px })}
                  onChange={(px) => widths.onChange(column.id, px)}
                />
              )}
            </Head>
          ))}
        </tr>
      </thead>
    </>
  );
}

function Head<Row>({
  column,
  sorting,
  onSort,
  children,
}: {
  column: Column<Row>;
  /** Its edge. */
  children: ReactNode;
  sorting: Sorting | undefined;
  onSort: ((column: string) => void) | undefined;
}) {
  const isSorted = sorting?.column === column.id;
  const className = cx(column.align === "end" && styles.num, isSorted && styles.sorted);
  if (column.sortable !== true || onSort === undefined) {
    return (
      <th scope="col" className={className}>
        {column.head}
        {children}
      </th>
    );
  }
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isSorted ? (sorting.down ? "descending" : "ascending") : undefined}
    >
      <button type="button" className={styles.sort} onClick={() => onSort(column.id)}>
        {column.head}
        {isSorted ? <Icon of={sorting.down ? ChevronDown : ChevronUp} size={12} /> : null}
      </button>
      {children}
    </th>
  );
}

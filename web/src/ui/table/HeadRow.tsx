import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "../controls/Checkbox.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import styles from "./RecordTable.module.css";
import type { Column, Sorting } from "./table-types.ts";

interface HeadRowProps<Row> {
  columns: readonly Column<Row>[];
  sorting?: Sorting | undefined;
  onSort?: ((column: string) => void) | undefined;
  choosing?: { all: boolean; some: boolean; onAll: () => void };
}

const CHOOSING_PX = 48;

/** Widths and heads of the columns; the last one takes what is left. */
export function HeadRow<Row>({ columns, sorting, onSort, choosing }: HeadRowProps<Row>) {
  const { t } = useTranslation("ui");
  return (
    <>
      <colgroup>
        {choosing === undefined ? null : <col style={{ width: `${CHOOSING_PX}px` }} />}
        {columns.map((column, at) => (
          <col
            key={column.id}
            style={column.width === undefined || at === columns.length - 1 ? undefined : { width: `${column.width}px` }}
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
          {columns.map((column) => (
            <Head key={column.id} column={column} sorting={sorting} onSort={onSort} />
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
}: {
  column: Column<Row>;
  sorting: Sorting | undefined;
  onSort: ((column: string) => void) | undefined;
}) {
  const isSorted = sorting?.column === column.id;
  const className = cx(column.align === "end" && styles.num, isSorted && styles.sorted);
  if (column.sortable !== true || onSort === undefined) {
    return (
      <th scope="col" className={className}>
        {column.head}
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
    </th>
  );
}

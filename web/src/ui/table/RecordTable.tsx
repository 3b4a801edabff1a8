import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../controls/Button.tsx";
import { cx } from "../cx.ts";
import { sayFailed } from "../feedback/toast.ts";
import { SkeletonRows } from "../feedback/SkeletonRows.tsx";
import { useShortcut } from "../keyboard/useShortcut.ts";
import { NARROW_QUERY, useMedia, usePhone } from "../hooks/useMedia.ts";
import { useNavigateTo } from "../navigation/navigate.ts";
import { allOrNone, toggled, withRange } from "./tick-rows.ts";
import { RecordRow } from "./RecordRow.tsx";
import styles from "./RecordTable.module.css";
import { HeadRow } from "./HeadRow.tsx";
import { PhoneRows } from "./PhoneRows.tsx";
import type { Column, ColumnWidths, MoreRows, RecordTableProps } from "./table-types.ts";
import { useCellEdits, type CellEdits } from "./useCellEdits.ts";
import { useCurrentRow } from "./useCurrentRow.ts";
import { useRowWindow } from "./useRowWindow.ts";

const HEIGHTS = { list: 44, report: 40, compact: 36 } as const;
const TABLET_HEIGHT = 60;

/** Rows of records: keys, choosing, acts in place, pages as far as they reach. On a phone it becomes cards. */
export function RecordTable<Row>(props: RecordTableProps<Row>) {
  const isPhone = usePhone();
  if (props.loading === true)
    return <SkeletonRows edge rows={12} height={isPhone ? 64 : HEIGHTS[props.look ?? "list"]} />;
  if (props.rows.length === 0 && props.empty !== undefined) return <div className={styles.empty}>{props.empty}</div>;
  if (isPhone && props.phone !== undefined) return <PhoneRows {...props} phone={props.phone} />;
  return <WideTable {...props} />;
}

function WideTable<Row>(props: RecordTableProps<Row>) {
  const { rows, rowId, selection, more, look = "list" } = props;
  const isTablet = useMedia(NARROW_QUERY);
  const rowHeight = isTablet && look === "list" ? TABLET_HEIGHT : HEIGHTS[look];
  const canHover = useMedia("(hover: hover)");
  const scroller = useRef<HTMLDivElement>(null);
  const navigate = useNavigateTo();
  const [hovered, setHovered] = useState<string>();
  const lastChosen = useRef<string>(undefined);
  const ids = useMemo(() => rows.map(rowId), [rows, rowId]);
  const columns = useVisibleColumns(props, isTablet);

  const open = (row: Row | undefined) => {
    if (row === undefined || props.href === undefined || cells.isLeaving()) return;
    navigate.go(props.href(row));
  };
  const choose = (id: string, event?: MouseEvent) => {
    if (selection === undefined) return;
    const isRange = event?.shiftKey === true && lastChosen.current !== undefined;
    const next = isRange
      ? withRange(selection.chosen, ids, lastChosen.current ?? id, id)
      : toggled(selection.chosen, id);
    lastChosen.current = id;
    selection.onChange(next);
  };
  const current = useCurrentRow({
    ids,
    open: (id) => open(rows[ids.indexOf(id)]),
    toggle: selection && choose,
    scroller,
    rowHeight,
  });
  const cells = useCellEdits({ rows, ids, columns, onRow: current.set });
  const hasFacts = columns.some(({ fact }) => fact !== undefined);
  useEditKeys(hasFacts ? current.id : undefined, cells);
  const stable = useStable({ choose, open, cells });
  // Where nothing can be pointed at, every row carries its acts behind three dots.
  const actsAt = (id: string) =>
    !canHover || id === hovered || (hovered === undefined && id === current.id) ? props.acts : undefined;
  const onNearEnd = useCallback(() => {
    if (more?.has === true && !more.loading && more.failed !== true) more.load();
  }, [more]);
  const drawn = useRowWindow({ scroller, count: rows.length, rowHeight, onNearEnd });
  const width = columns.length + (selection === undefined ? 0 : 1);

  return (
    <div
      ref={scroller}
      className={cx(styles.scroller, styles[look])}
      style={{ "--row": `${rowHeight}px` } as React.CSSProperties}
    >
      <table
        className={styles.table}
        style={narrowestOf(columns, isTablet ? undefined : props.widths)}
        aria-label={props.label}
        aria-rowcount={more?.has === true ? -1 : rows.length + 1}
      >
        <HeadRow
          columns={columns}
          widths={canHover && !isTablet ? props.widths : undefined}
          sorting={props.sorting}
          onSort={props.onSort}
          {...(selection === undefined
            ? {}
            : {
                choosing: {
                  all: ids.length > 0 && ids.every((id) => selection.chosen.has(id)),
                  some: ids.some((id) => selection.chosen.has(id)),
                  onAll: () => selection.onChange(allOrNone(selection.chosen, ids)),
                },
              })}
        />
        <tbody onPointerLeave={() => setHovered(undefined)}>
          <Spacer rows={drawn.first} height={rowHeight} width={width} />
          {rows.slice(drawn.first, drawn.last).map((row, offset) => {
            const id = rowId(row);
            return (
              <RecordRow
                key={id}
                id={id}
                at={drawn.first + offset}
                row={row}
                columns={columns}
                acts={actsAt(id)}
                byTouch={!canHover}
                narrow={isTablet}
                isAtHand={hasFacts && (id === hovered || id === current.id)}
                edited={cells.of(id)}
                isCurrent={id === current.id}
                isChosen={selection?.chosen.has(id)}
                onHover={setHovered}
                onChoose={selection === undefined ? undefined : stable.choose}
                onOpen={props.href === undefined ? undefined : stable.open}
                onCell={hasFacts ? stable.cells : undefined}
              />
            );
          })}
          <Spacer rows={rows.length - drawn.last} height={rowHeight} width={width} />
          {props.sums}
        </tbody>
      </table>
      {more === undefined ? null : <MoreNote more={more} />}
    </div>
  );
}

/** What the last column keeps when the others were made wider; then the table scrolls sideways. */
const LAST_PX = 160;
const CHOOSING_PX = 48;

/** Columns whose widths were chosen keep them: the table grows rather than that they shrink. */
function narrowestOf<Row>(
  columns: readonly Column<Row>[],
  widths: ColumnWidths | undefined,
): React.CSSProperties | undefined {
  if (widths === undefined || Object.keys(widths.of).length === 0) return undefined;
  const before = columns.slice(0, -1).reduce((sum, { id, width }) => sum + (widths.of[id] ?? width ?? LAST_PX), 0);
  return { minWidth: `${CHOOSING_PX + before + LAST_PX}px` };
}

/** `e` and F2 edit the current row, beginning with its first cell that can be edited. */
function useEditKeys(id: string | undefined, cells: CellEdits): void {
  const { t } = useTranslation("ui");
  const edit = () => {
    if (id !== undefined && !cells.openFirst(id)) sayFailed(t("rowReadOnly"));
  };
  useShortcut({ keys: "e", words: t("editRow"), run: edit, when: id !== undefined });
  useShortcut({ keys: "f2", words: t("editRow"), run: edit, when: id !== undefined });
}

interface RowHandlers<Row> {
  choose: (id: string, event?: MouseEvent) => void;
  open: (row: Row) => void;
  cells: Pick<CellEdits, "open" | "closed" | "step" | "away">;
}

/** The same functions at every drawing, so that pointing at a row draws two rows anew and not all of them. */
function useStable<Row>(handlers: RowHandlers<Row>): RowHandlers<Row> {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const [stable] = useState<RowHandlers<Row>>(() => ({
    choose: (id, event) => latest.current.choose(id, event),
    open: (row) => latest.current.open(row),
    cells: {
      open: (id, column) => latest.current.cells.open(id, column),
      closed: (id, column) => latest.current.cells.closed(id, column),
      step: (id, column, back) => latest.current.cells.step(id, column, back),
      away: () => latest.current.cells.away(),
    },
  }));
  return stable;
}

/** The columns to draw, in the order chosen, without those a tablet merges into others. */
function useVisibleColumns<Row>(props: RecordTableProps<Row>, isTablet: boolean): readonly Column<Row>[] {
  const { columns, visible } = props;
  return useMemo(() => {
    const wanted =
      visible === undefined ? columns : visible.flatMap((id) => columns.find((column) => column.id === id) ?? []);
    return isTablet ? wanted.filter((column) => column.desktopOnly !== true) : wanted;
  }, [columns, visible, isTablet]);
}

function Spacer({ rows, height, width }: { rows: number; height: number; width: number }) {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden style={{ height: `${rows * height}px` }}>
      <td colSpan={width} className={styles.spacer}>
        {null}
      </td>
    </tr>
  );
}

function MoreNote({ more }: { more: MoreRows }) {
  const { t } = useTranslation("ui");
  if (more.failed === true) {
    return (
      <p className={styles.more}>
        {t("moreFailed")}{" "}
        <Button size="tiny" onClick={more.load}>
          {t("tryAgain")}
        </Button>
      </p>
    );
  }
  return more.loading ? <SkeletonRows edge rows={3} /> : null;
}

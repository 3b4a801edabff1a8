import { Ellipsis, Pencil } from "lucide-react";
import { lazy, memo, Suspense, useRef, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../controls/Button.tsx";
import { Checkbox } from "../controls/Checkbox.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import { Menu } from "../layers/Menu.tsx";
import styles from "./RecordTable.module.css";
import type { Column, RowActs } from "./table-types.ts";
import { editedColumns, isEditable, type CellEdits } from "./useCellEdits.ts";

/** Fetched when the first cell is edited. */
const CellEditor = lazy(() => import("./CellEditor.tsx"));

interface RecordRowProps<Row> {
  id: string;
  /** Index in the whole list, from 0. */
  at: number;
  row: Row;
  columns: readonly Column<Row>[];
  /** Given only for the row that is pointed at or current, or for all where nothing can be pointed at. */
  acts: ((row: Row) => RowActs) | undefined;
  byTouch: boolean;
  narrow: boolean;
  /** Pointed at or current: the cells that can be edited show their pencils. */
  isAtHand: boolean;
  /** The columns whose cells are being edited, as `editedColumns` reads them. */
  edited: string | undefined;
  isCurrent: boolean;
  isChosen: boolean | undefined;
  onHover: (id: string) => void;
  onChoose: ((id: string, event?: MouseEvent) => void) | undefined;
  onOpen: ((row: Row) => void) | undefined;
  onCell: Pick<CellEdits, "open" | "closed" | "step" | "away"> | undefined;
}

/** Header rows count from 1 and so do rows, as `aria-rowindex` wants it. */
const ROWS_BEFORE = 2;

/** As long as a second press of a double one may take. */
const SECOND_PRESS_MS = 250;

/** One record. Pressing anywhere but on a control opens it. Drawn anew only when something about it changes. */
export const RecordRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<Row>(props: RecordRowProps<Row>) {
  const { id, at, row, columns, acts, byTouch, narrow, isCurrent, isChosen, onHover, onChoose, onOpen, onCell } = props;
  const { t } = useTranslation("ui");
  const waiting = useRef<number>(undefined);
  const openUnlessControl = (event: MouseEvent) => {
    const target = event.target as Element;
    const isOnControl = target.closest("a, button, input, label, [role=dialog]") !== null;
    const isSelectingText = window.getSelection()?.isCollapsed === false;
    window.clearTimeout(waiting.current);
    if (isOnControl || isSelectingText || onOpen === undefined) return;
    // A second press edits the cell: until it can no longer come, the record waits.
    if (target.closest("[data-twice]") === null) onOpen(row);
    else if (event.detail === 1) waiting.current = window.setTimeout(() => onOpen(row), SECOND_PRESS_MS);
  };
  const edited = editedColumns(props.edited);
  return (
    // The row's first link opens the same record; the whole row only makes it easier to hit.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr
      aria-rowindex={at + ROWS_BEFORE}
      aria-selected={isChosen}
      aria-current={isCurrent || undefined}
      className={cx(isChosen === true && styles.chosen, isCurrent && styles.current, onOpen && styles.opens)}
      onPointerEnter={(event) => {
        if (event.pointerType === "mouse") onHover(id);
      }}
      onClick={openUnlessControl}
    >
      {onChoose === undefined ? null : (
        <td>
          <Checkbox
            aria-label={t("selectRow")}
            checked={isChosen ?? false}
            onClick={(event) => {
              if (!event.shiftKey) return;
              event.preventDefault();
              onChoose(id, event);
            }}
            onChange={() => onChoose(id)}
          />
        </td>
      )}
      {columns.map((column, columnAt) => {
        const isLast = columnAt === columns.length - 1;
        const isEdited = edited.includes(column.id);
        const shown = isLast && !isEdited ? acts?.(row) : undefined;
        const mayEdit = onCell !== undefined && column.fact !== undefined && isEditable(column, row);
        // The name opens its record at once, as everybody expects of it.
        const twice = mayEdit && columnAt > 0;
        return (
          <td
            key={column.id}
            className={cx(column.align === "end" && styles.num, isLast && styles.last, mayEdit && styles.editable)}
            data-twice={twice || undefined}
            onDoubleClick={
              twice
                ? () => {
                    window.clearTimeout(waiting.current);
                    window.getSelection()?.removeAllRanges();
                    onCell.open(id, column.id);
                  }
                : undefined
            }
          >
            {shown === undefined ? column.cell(row, narrow) : null}
            {shown !== undefined && byTouch ? (
              <div className={styles.touch}>
                <div className="grow ell">{column.cell(row, narrow)}</div>
                <AllActs acts={shown} />
              </div>
            ) : null}
            {shown !== undefined && !byTouch ? (
              <>
                <div className={styles.behind} aria-hidden>
                  {column.cell(row, narrow)}
                </div>
                <ActsOfRow acts={shown} />
              </>
            ) : null}
            {mayEdit && props.isAtHand && shown === undefined && !byTouch ? (
              <button
                type="button"
                className={styles.pencil}
                aria-label={t("editFact", { label: column.head })}
                onClick={() => onCell.open(id, column.id)}
              >
                <Icon of={Pencil} size={12} />
              </button>
            ) : null}
            {isEdited && onCell !== undefined ? <EditedCell column={column} row={row} id={id} onCell={onCell} /> : null}
          </td>
        );
      })}
    </tr>
  );
}

type EditedCellProps<Row> = Pick<RecordRowProps<Row>, "row" | "id"> & {
  column: Column<Row>;
  onCell: NonNullable<RecordRowProps<Row>["onCell"]>;
};

function EditedCell<Row>({ column, row, id, onCell }: EditedCellProps<Row>) {
  const fact = column.fact?.(row);
  if (fact === undefined) return null;
  return (
    <Suspense>
      <CellEditor
        fact={fact}
        onClosed={() => onCell.closed(id, column.id)}
        onStep={(back) => onCell.step(id, column.id, back)}
        onAway={onCell.away}
      />
    </Suspense>
  );
}

function ActsOfRow({ acts }: { acts: RowActs }) {
  const { t } = useTranslation("ui");
  return (
    <div className={styles.acts}>
      {acts.inline.map((act) => (
        <Button
          key={act.id}
          size="tiny"
          look={act.lone === true ? "quiet" : "plain"}
          icon={act.icon}
          shortcut={act.shortcut}
          label={act.lone === true ? act.words : undefined}
          onClick={act.run}
        >
          {act.lone === true ? undefined : act.words}
        </Button>
      ))}
      {acts.menu === undefined || acts.menu.length === 0 ? null : (
        <Menu
          label={t("moreActs")}
          items={acts.menu}
          renderOpener={(opener) => (
            <Button {...opener} size="tiny" look="quiet" icon={Ellipsis} label={t("moreActs")} />
          )}
        />
      )}
    </div>
  );
}

/** The same acts behind three dots. */
function AllActs({ acts }: { acts: RowActs }) {
  const { t } = useTranslation("ui");
  const inline = acts.inline.map(({ id, words, icon, run }) => ({
    id,
    words,
    run,
    ...(icon === undefined ? {} : { icon }),
  }));
  return (
    <Menu
      label={t("moreActs")}
      items={[...inline, ...(acts.menu ?? [])]}
      renderOpener={(opener) => <Button {...opener} look="quiet" icon={Ellipsis} label={t("moreActs")} />}
    />
  );
}

import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../controls/Button.tsx";
import { Checkbox } from "../controls/Checkbox.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import { movedColumn } from "./column-layout.ts";
import styles from "./ColumnOrder.module.css";
import type { ColumnChooserProps } from "./table-types.ts";

/** The columns of a list: dragged by their handle, or moved with the arrow keys, into their order; ticked off. One always remains. */
export function ColumnOrder({ columns, visible, onChange, onReset }: ColumnChooserProps) {
  const { t } = useTranslation("ui");
  const shown = visible.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  const hidden = columns.filter((column) => !visible.includes(column.id));
  const ids = shown.map(({ id }) => id);
  const drag = useDragged(ids, onChange);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((column, at) => (
          <li
            key={column.id}
            className={cx(styles.item, drag.from === at && styles.dragged, drag.to === at && styles.target)}
          >
            <span className={styles.handle} aria-hidden {...drag.handle(at)}>
              <Icon of={GripVertical} size={14} />
            </span>
            <span className="grow">
              <Checkbox
                checked
                disabled={visible.length === 1}
                onKeyDown={(event) => moveByKey(event, at, ids, onChange)}
                onChange={() => onChange(ids.filter((id) => id !== column.id))}
              >
                {column.head}
              </Checkbox>
            </span>
            <span className={styles.moves}>
              <Button
                size="tiny"
                look="quiet"
                icon={ArrowUp}
                label={t("moveColumnBack", { column: column.head })}
                disabled={at === 0}
                onClick={() => onChange(movedColumn(ids, at, at - 1))}
              />
              <Button
                size="tiny"
                look="quiet"
                icon={ArrowDown}
                label={t("moveColumnOn", { column: column.head })}
                disabled={at === shown.length - 1}
                onClick={() => onChange(movedColumn(ids, at, at + 1))}
              />
            </span>
          </li>
        ))}
        {hidden.map((column) => (
          <li key={column.id} className={cx(styles.item, styles.off)}>
            <Checkbox checked={false} onChange={() => onChange([...ids, column.id])}>
              {column.head}
            </Checkbox>
          </li>
        ))}
      </ul>
      {onReset === undefined ? null : (
        <div className={styles.reset}>
          <Button look="quiet" size="small" onClick={onReset}>
            {t("resetColumns")}
          </Button>
        </div>
      )}
    </>
  );
}

/** Alt and an arrow move the column whose box has the focus. */
function moveByKey(
  event: KeyboardEvent,
  at: number,
  ids: readonly string[],
  onChange: (visible: string[]) => void,
): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || !event.altKey) return;
  event.preventDefault();
  onChange(movedColumn(ids, at, at + step));
}

interface Dragged {
  from: number;
  to: number;
}

/** Rows are equally high, so the row under the pointer is a division away; no library is fetched for it. */
function useDragged(ids: readonly string[], onChange: (visible: string[]) => void) {
  const [dragged, setDragged] = useState<Dragged>();
  const placeUnder = ({ currentTarget, clientY }: PointerEvent): number => {
    const list = currentTarget.closest("ul");
    const top = list?.getBoundingClientRect().top ?? 0;
    const height = list?.firstElementChild?.getBoundingClientRect().height ?? 1;
    return Math.min(Math.max(Math.floor((clientY - top) / height), 0), ids.length - 1);
  };
  const handle = (at: number) => ({
    onPointerDown: (event: PointerEvent) => {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged({ from: at, to: at });
    },
    onPointerMove: (event: PointerEvent) => {
      if (dragged !== undefined) setDragged({ from: dragged.from, to: placeUnder(event) });
    },
    onPointerUp: () => {
      if (dragged !== undefined && dragged.to !== dragged.from) onChange(movedColumn(ids, dragged.from, dragged.to));
      setDragged(undefined);
    },
    onPointerCancel: () => setDragged(undefined),
  });
  return { handle, from: dragged?.from, to: dragged?.to === dragged?.from ? undefined : dragged?.to };
}

import { ArrowDown, ArrowUp, Columns3 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../controls/Button.tsx";
import { Checkbox } from "../controls/Checkbox.tsx";
import { Popover } from "../layers/Popover.tsx";
import styles from "./ColumnChooser.module.css";

export interface ColumnChooserProps {
  columns: readonly { id: string; head: string }[];
  /** Ids of the columns that are shown, in their order. */
  visible: readonly string[];
  onChange: (visible: string[]) => void;
}

/** Which columns a list shows, and in which order. One always remains. */
export function ColumnChooser({ columns, visible, onChange }: ColumnChooserProps) {
  const { t } = useTranslation("ui");
  const shown = visible.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  const hidden = columns.filter((column) => !visible.includes(column.id));
  const move = (at: number, step: number) => {
    const next = [...visible];
    const [taken] = next.splice(at, 1);
    if (taken !== undefined) next.splice(at + step, 0, taken);
    onChange(next);
  };
  return (
    <Popover
      label={t("columns")}
      align="end"
      width={260}
      renderOpener={(opener) => (
        <Button {...opener} look="quiet" size="small" icon={Columns3}>
          {t("columns")}
        </Button>
      )}
    >
      <ul className={styles.list}>
        {shown.map((column, at) => (
          <li key={column.id} className={styles.item}>
            <Checkbox
              checked
              disabled={visible.length === 1}
              onChange={() => onChange(visible.filter((id) => id !== column.id))}
            >
              {column.head}
            </Checkbox>
            <span className={styles.moves}>
              <Button
                size="tiny"
                look="quiet"
                icon={ArrowUp}
                label={t("moveColumnBack", { column: column.head })}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              />
              <Button
                size="tiny"
                look="quiet"
                icon={ArrowDown}
                label={t("moveColumnOn", { column: column.head })}
                disabled={at === shown.length - 1}
                onClick={() => move(at, 1)}
              />
            </span>
          </li>
        ))}
        {hidden.map((column) => (
          <li key={column.id} className={styles.item}>
            <Checkbox checked={false} onChange={() => onChange([...visible, column.id])}>
              {column.head}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

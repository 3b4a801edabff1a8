import { X, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../controls/Button.tsx";
import { cx } from "../cx.ts";
import styles from "./BulkBar.module.css";

export interface BulkAct {
  id: string;
  words: string;
  icon: LucideIcon;
  run: () => void;
  shortcut?: string;
  whyOff?: string;
}

export interface BulkBarProps {
  /** How many are chosen, in words. */
  chosen: ReactNode;
  acts: readonly BulkAct[];
  onClear: () => void;
}

/** What can be done with the chosen rows; floats over the foot of the list. */
export function BulkBar({ chosen, acts, onClear }: BulkBarProps) {
  const { t } = useTranslation("ui");
  return (
    <div role="toolbar" aria-label={t("bulkActs")} className={styles.bar}>
      <b className={styles.chosen}>{chosen}</b>
      <i className={styles.line} />
      {acts.map((act) => (
        <Button
          key={act.id}
          look="quiet"
          icon={act.icon}
          onClick={act.run}
          shortcut={act.shortcut}
          whyOff={act.whyOff}
          className={styles.act}
        >
          {act.words}
        </Button>
      ))}
      <i className={cx(styles.line, styles.last)} />
      <Button
        className={styles.clear}
        look="quiet"
        size="small"
        icon={X}
        label={t("clearSelection")}
        onClick={onClear}
      />
    </div>
  );
}

import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../cx.ts";
import { usePhone } from "../hooks/useMedia.ts";
import { Icon } from "../Icon.tsx";
import styles from "./ToolRow.module.css";

export interface ToolRowProps {
  children: ReactNode;
  end?: ReactNode;
  /** What a phone shows instead: how many conditions, the order. */
  phone?: ReactNode;
}

/** The row above a list: search and filters at the left, order and columns at the right. */
export function ToolRow({ children, end, phone }: ToolRowProps) {
  const isPhone = usePhone();
  if (isPhone && phone !== undefined) return <div className={styles.tools}>{phone}</div>;
  return (
    <div className={cx(styles.tools, end !== undefined && styles.wrapping)}>
      {children}
      <span className="grow" />
      {end === undefined ? null : <div className={styles.end}>{end}</div>}
    </div>
  );
}

export interface FilterChipProps {
  field: string;
  operator?: string | undefined;
  value: ReactNode;
  /** Its editor stands open below it. */
  isOpen?: boolean;
  onOpen: () => void;
  /** Left out for a condition that always stands. */
  onRemove?: (() => void) | undefined;
}

/** One condition in words; pressing it opens it in place. */
export function FilterChip({ field, operator, value, isOpen = false, onOpen, onRemove }: FilterChipProps) {
  const { t } = useTranslation("ui");
  return (
    <span className={cx(styles.chip, isOpen && styles.open)}>
      <button type="button" className={styles.condition} aria-expanded={isOpen} onClick={onOpen}>
        <span className={styles.field}>{field}</span>
        {operator === undefined ? null : <span className={styles.operator}>{operator}</span>}
        {value === "" ? null : <span className={styles.value}>{value}</span>}
      </button>
      {onRemove === undefined ? null : (
        <button type="button" className={styles.remove} aria-label={t("removeFilter", { field })} onClick={onRemove}>
          <Icon of={X} size={12} />
        </button>
      )}
    </span>
  );
}

/** Adds a condition. */
export function AddFilter({ onAdd, words }: { onAdd: () => void; words: string }) {
  return (
    <button type="button" className={styles.add} onClick={onAdd}>
      <Icon of={Plus} size={14} />
      {words}
    </button>
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../controls/Kbd.tsx";
import styles from "./ListLayout.module.css";

export interface ListLayoutProps {
  head: ReactNode;
  /** Saved views. */
  tabs?: ReactNode;
  /** Search, filters, order, columns. */
  tools?: ReactNode;
  /** The table or board; it scrolls by itself. */
  children: ReactNode;
  /** How many there are, and how many are chosen. */
  count?: ReactNode;
  /** Floats over the foot while rows are chosen. */
  bulk?: ReactNode;
  /** Draws the keys that move in the list. */
  keys?: boolean;
  /** Cells can be edited where they stand. */
  edits?: boolean;
}

/** The bones of every list page: views, filters, rows, count. */
export function ListLayout({ head, tabs, tools, children, count, bulk, keys = true, edits = false }: ListLayoutProps) {
  const { t } = useTranslation("ui");
  return (
    <div className={styles.layout}>
      {head}
      {tabs}
      {tools}
      <div className={styles.rows}>
        {children}
        {bulk}
      </div>
      {count === undefined ? null : (
        <footer className={styles.foot}>
          <span aria-live="polite">{count}</span>
          {keys ? (
            <span className={styles.keys} aria-hidden>
              {t("move")} <Kbd keys="j" /> <Kbd keys="k" />
              <i /> {t("select")} <Kbd keys="x" />
              <i /> {t("open")} <Kbd keys="enter" />
              {edits ? (
                <>
                  <i /> {t("edit")} <Kbd keys="e" />
                </>
              ) : null}
            </span>
          ) : null}
        </footer>
      )}
    </div>
  );
}

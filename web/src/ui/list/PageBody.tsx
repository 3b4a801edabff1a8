import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import styles from "./PageBody.module.css";

export interface PageBodyProps {
  head: ReactNode;
  tabs?: ReactNode;
  children: ReactNode;
  /** Takes the whole width: tables. Without it lines stay as long as they are easy to read. */
  wide?: boolean;
}

/** A page of sections below each other: settings, forms. */
export function PageBody({ head, tabs, children, wide = false }: PageBodyProps) {
  return (
    <div className={styles.page}>
      {head}
      {tabs}
      <div className={cx(styles.body, wide && styles.wide)}>{children}</div>
    </div>
  );
}

import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import styles from "./Panes.module.css";

export interface PanesProps {
  head: ReactNode;
  tabs?: ReactNode;
  /** What can be chosen. */
  list?: ReactNode;
  /** What was chosen. */
  children: ReactNode;
  /** What follows from it: trials, differences, signatures. Below the middle where there is no room beside it. */
  rail?: ReactNode;
  /** Acts that stay in sight. */
  foot?: ReactNode;
  /** A phone shows the list until something is chosen. */
  isChosen?: boolean;
}

/** A page of columns that scroll by themselves: choose at the left, read in the middle, weigh at the right. */
export function Panes({ head, tabs, list, children, rail, foot, isChosen = true }: PanesProps) {
  const isListOnly = list !== undefined && !isChosen;
  return (
    <div className={styles.page}>
      {head}
      {tabs}
      <div className={styles.panes}>
        {list === undefined ? null : <div className={cx(styles.list, isChosen && styles.notOnPhone)}>{list}</div>}
        <div className={cx(styles.rest, isListOnly && styles.notOnPhone)}>
          <div className={styles.middle}>{children}</div>
          {rail === undefined ? null : <aside className={styles.rail}>{rail}</aside>}
        </div>
      </div>
      {foot === undefined ? null : <footer className={styles.foot}>{foot}</footer>}
    </div>
  );
}

import type { ReactNode } from "react";
import styles from "./Notes.module.css";

export interface EmptyProps {
  /** What belongs here. */
  title: ReactNode;
  /** Why it matters, or when it comes. */
  children: ReactNode;
  /** The one act that fills it. */
  act?: ReactNode;
}

/** Nothing here yet: what belongs here, why or when, one act. No picture. */
export function Empty({ title, children, act }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <b>{title}</b>
      <div className={styles.words}>{children}</div>
      {act === undefined ? null : <div className={styles.acts}>{act}</div>}
    </div>
  );
}

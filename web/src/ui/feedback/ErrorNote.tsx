import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../Icon.tsx";
import styles from "./Notes.module.css";

export interface ErrorNoteProps {
  /** What happened, in one sentence. */
  happened: ReactNode;
  /** What was kept and what to do. */
  children?: ReactNode;
  /** The acts that help. */
  acts?: ReactNode;
  /** What to tell an administrator. */
  reportId?: ReactNode;
}

/** Something did not happen: what, what was kept, what to do. Never an error code first. */
export function ErrorNote({ happened, children, acts, reportId }: ErrorNoteProps) {
  return (
    <div role="alert" className={styles.error}>
      <Icon of={TriangleAlert} />
      <div className="grow">
        <b>{happened}</b>
        {children === undefined ? null : <div className={styles.words}>{children}</div>}
        {acts === undefined ? null : <div className={styles.acts}>{acts}</div>}
        {reportId === undefined ? null : <small className={styles.report}>{reportId}</small>}
      </div>
    </div>
  );
}

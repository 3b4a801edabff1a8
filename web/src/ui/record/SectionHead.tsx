import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import styles from "./SectionHead.module.css";

export interface SectionHeadProps {
  title: ReactNode;
  /** How many, or a note in grey. */
  note?: ReactNode;
  /** Before the title: a live dot. */
  sign?: ReactNode;
  /** At the right end. */
  end?: ReactNode;
}

/** As long as fits beside any title on the narrowest phone. */
const SHORT_LETTERS = 6;
const isShort = (note: ReactNode): boolean =>
  typeof note === "number" || (typeof note === "string" && note.length <= SHORT_LETTERS);

/** The head of a section: hairlines and space separate, not boxes. */
export function SectionHead({ title, note, sign, end }: SectionHeadProps) {
  return (
    <div className={styles.head}>
      {sign}
      <h2 className={styles.title}>{title}</h2>
      {note === undefined ? null : <span className={cx(styles.note, isShort(note) && styles.short)}>{note}</span>}
      {end === undefined ? null : <span className={styles.end}>{end}</span>}
    </div>
  );
}

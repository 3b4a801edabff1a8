import styles from "./FootNote.module.css";

/** Why the act of a dialog cannot be done yet, said beside it: a phone has no pointer to rest on a button. */
export function FootNote({ children }: { children: string | undefined }) {
  return children === undefined ? null : <span className={styles.note}>{children}</span>;
}

import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import { Anchor } from "../navigation/Anchor.tsx";
import styles from "./ChoiceRows.module.css";

export interface ChoiceRow {
  id: string;
  href: string;
  name: ReactNode;
  /** Right of the name. */
  end?: ReactNode;
  /** The second line, and what stands right of it. */
  line?: ReactNode;
  lineEnd?: ReactNode;
  /** Before the name: its number in the order. */
  sign?: ReactNode;
}

/** Two-line rows of which one is chosen; each has its address. */
export function ChoiceRows({ rows, current, label }: { rows: readonly ChoiceRow[]; current?: string; label: string }) {
  return (
    <ul aria-label={label} className={styles.rows}>
      {rows.map((row) => (
        <li key={row.id}>
          <Anchor
            href={row.href}
            className={cx(styles.row, row.id === current && styles.on)}
            aria-current={row.id === current ? "true" : undefined}
          >
            {row.sign === undefined ? null : <span className={styles.sign}>{row.sign}</span>}
            <span className="grow">
              <span className={styles.one}>
                <b className="ell grow">{row.name}</b>
                <span className={styles.end}>{row.end}</span>
              </span>
              <span className={styles.two}>
                <span className="ell grow">{row.line}</span>
                <span className={styles.end}>{row.lineEnd}</span>
              </span>
            </span>
          </Anchor>
        </li>
      ))}
    </ul>
  );
}

import { cx } from "../cx.ts";
import type { Paint } from "./CellChip.tsx";
import { Picture } from "./Picture.tsx";
import styles from "./PaintedMatrix.module.css";

export interface PaintedMatrixProps {
  /** Rows of paints, best first. */
  rows: Paint[][];
  /** The cell that is meant, solid accent with its name. */
  current?: { row: number; column: number; label: string };
  /** What the picture says, for screen readers. */
  label: string;
}

/** The small matrix of a "why": where the present cell lies among the others. */
export function PaintedMatrix({ rows, current, label }: PaintedMatrixProps) {
  return (
    <Picture label={label} className={styles.matrix}>
      {rows.map((row, rowAt) => (
        <span key={rowAt} className={styles.row}>
          {row.map((paint, columnAt) => {
            const isCurrent = current?.row === rowAt && current.column === columnAt;
            return (
              <span key={columnAt} className={cx(styles.cell, isCurrent ? styles.current : styles[paint])}>
                {isCurrent ? current.label : null}
              </span>
            );
          })}
        </span>
      ))}
    </Picture>
  );
}

import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import styles from "./CellChip.module.css";

/** Four paints that survive greyscale: border and tint, tint, frame, dashes. */
export type Paint = "border" | "tint" | "frame" | "dashes";

export interface CellChipProps {
  paint: Paint;
  label: ReactNode;
  /** `big` in a phone record; `word` for chips that carry a word instead of two letters. */
  size?: "normal" | "big" | "word";
  /** Changed in a draft: wears an ink ring. */
  changed?: boolean;
  /** Says the destination to those who cannot see the paint. */
  title?: string;
}

/** A cell of a small matrix, painted by where it leads. */
export function CellChip({ paint, label, size = "normal", changed = false, title }: CellChipProps) {
  return (
    <span className={cx(styles.cell, styles[paint], styles[size], changed && styles.changed)} title={title}>
      {label}
    </span>
  );
}

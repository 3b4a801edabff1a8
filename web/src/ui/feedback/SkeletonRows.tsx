import { useTranslation } from "react-i18next";
import { cx } from "../cx.ts";
import { useLater } from "../hooks/useLater.ts";
import styles from "./SkeletonRows.module.css";

/** Faster answers show no skeleton at all; a flash of bones is worse than a short wait. */
const AFTER_MS = 300;

/** Widths in percent, so that the bones look like rows and not like a wall. */
const WIDTHS: [number, number, number][] = [
  [4, 24, 34],
  [4, 18, 40],
  [4, 28, 26],
  [4, 21, 36],
];

export interface SkeletonRowsProps {
  rows?: number;
  /** Height of the real rows, px. */
  height?: number;
  /** Keeps the page's gutter at both ends, as rows of a list do. */
  edge?: boolean;
}

/** Rows that are on their way, as high as the real ones, so that nothing jumps. */
export function SkeletonRows({ rows = 6, height = 44, edge = false }: SkeletonRowsProps) {
  const isSeen = useLater(AFTER_MS);
  const { t } = useTranslation("ui");
  return (
    <output aria-label={t("loading")} className={styles.rows} style={{ minHeight: `${rows * height}px` }}>
      {isSeen
        ? Array.from({ length: rows }, (_, at) => (
            <div key={at} className={cx(styles.row, edge && styles.edge)} style={{ height: `${height}px` }} aria-hidden>
              {(WIDTHS[at % WIDTHS.length] ?? []).map((width, bone) => (
                <i key={bone} style={{ width: `${width}%` }} />
              ))}
            </div>
          ))
        : null}
    </output>
  );
}

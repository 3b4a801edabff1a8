import { cx } from "../cx.ts";
import { Picture } from "./Picture.tsx";
import styles from "./Meter.module.css";

export interface MeterProps {
  /** 0 to 1; more than 1 is drawn full. */
  share: number;
  /** What is full and what is measured; the value itself always stands beside the bar in ink. */
  label: string;
  /** A bar in a table or a chart is pale; progress towards something is solid. */
  look?: "progress" | "bar";
  /** A thin line at this share: a limit or a threshold. */
  mark?: number;
}

/** A share of a whole. */
export function Meter({ share, label, look = "progress", mark }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <Picture label={label} className={cx(styles.meter, styles[look])}>
      <i className={styles.fill} style={{ width: `${percent}%` }} />
      {mark === undefined ? null : <i className={styles.mark} style={{ left: `${Math.min(1, mark) * 100}%` }} />}
    </Picture>
  );
}

import { cx } from "../../ui/cx.ts";
import styles from "./EvidenceBar.module.css";

const HALF = 50;

/** How far one thing speaks against (left of the middle) or for (right of it); the number stands beside it. */
export function EvidenceBar({ bits, widest }: { bits: number; widest: number }) {
  const share = (Math.abs(bits) / widest) * HALF;
  return (
    <span className={styles.ground} aria-hidden>
      <i
        className={cx(styles.bar, bits < 0 && styles.against)}
        style={{ [bits < 0 ? "right" : "left"]: `${HALF}%`, width: `${share}%` }}
      />
    </span>
  );
}

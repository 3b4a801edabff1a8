import { cx } from "../cx.ts";
import styles from "./LifeLine.module.css";

export interface LifeStep {
  id: string;
  words: string;
  /** When it was reached, or since when it stands there. */
  when?: string;
  state: "done" | "now" | "ahead";
}

/** The steps of a life from left to right: where it stands, since when, what lies ahead. */
export function LifeLine({ steps, label }: { steps: readonly LifeStep[]; label: string }) {
  return (
    <ol aria-label={label} className={styles.line}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={cx(styles.step, styles[step.state])}
          aria-current={step.state === "now" ? "step" : undefined}
        >
          <span>{step.words}</span>
          {step.when === undefined ? null : <small className={styles.when}>{step.when}</small>}
        </li>
      ))}
    </ol>
  );
}

import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import { Picture } from "./Picture.tsx";
import styles from "./Marks.module.css";

/** Somebody is here now: a still green dot. The words stand beside it. */
export function LiveDot() {
  return <span className={styles.live} aria-hidden />;
}

/** A rounded word: a state, a filter that is chosen. Tones are states only. */
export function Pill({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "accent" | "good" | "soon" | "over";
  children: ReactNode;
}) {
  return <span className={cx(styles.pill, styles[tone])}>{children}</span>;
}

/** A small grey word beside a name. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className={styles.tag}>{children}</span>;
}

/** A change against the period before. `good` says which direction is welcome. */
export function Delta({
  points,
  good = "up",
  children,
}: {
  points: number;
  good?: "up" | "down";
  children: ReactNode;
}) {
  if (points === 0) return <span className={styles.delta}>{children}</span>;
  const isWelcome = points > 0 === (good === "up");
  return (
    <span className={cx(styles.delta, isWelcome ? styles.welcome : styles.unwelcome)}>
      <Icon of={points > 0 ? ArrowUp : ArrowDown} size={12} />
      {children}
    </span>
  );
}

/** How many of a few steps are behind: one bar each. */
export function StepBars({ done, of, label }: { done: number; of: number; label: string }) {
  return (
    <Picture label={label} className={styles.steps}>
      {Array.from({ length: of }, (_, at) => (
        <i key={at} className={cx(at < done && styles.done)} />
      ))}
    </Picture>
  );
}

/** Nothing to say here. */
export function None() {
  return <span className="ink3">—</span>;
}

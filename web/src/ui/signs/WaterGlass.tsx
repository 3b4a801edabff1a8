import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import styles from "./WaterGlass.module.css";
import { waterPath } from "./water-path.ts";

export interface WaterGlassProps {
  /** Share of the glass that is full (0 to 1), or one of the ends: not begun, done, out. */
  level: number | "empty" | "done" | "out";
  tone?: "rest" | "accent" | "good";
  /** The word that always follows the glass. */
  children: ReactNode;
}

/** How far something has come: a small glass that fills, and its word. */
export function WaterGlass({ level, tone = "rest", children }: WaterGlassProps) {
  return (
    <span className={cx(styles.glass, styles[tone])}>
      <svg width="14" height="14" viewBox="0 0 14 14" fill="none" aria-hidden>
        <Glass level={level} />
      </svg>
      <span>{children}</span>
    </span>
  );
}

function Glass({ level }: Pick<WaterGlassProps, "level">) {
  if (level === "done") {
    return (
      <>
        <circle cx="7" cy="7" r="6.5" fill="currentColor" />
        <path
          d="M4.3 7.2l1.9 1.9 3.6-3.9"
          stroke="var(--surface)"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </>
    );
  }
  const ring = { cx: 7, cy: 7, r: 5.75, stroke: "currentColor", strokeWidth: 1.5 };
  if (level === "empty") return <circle {...ring} strokeDasharray="2.2 2.2" />;
  if (level === "out") {
    return (
      <>
        <circle {...ring} />
        <path d="M4.8 9.2l4.4-4.4" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </>
    );
  }
  return (
    <>
      <circle {...ring} />
      <path d={waterPath(level)} fill="currentColor" />
    </>
  );
}

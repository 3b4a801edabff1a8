import { Check, Pause, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import styles from "./Ring.module.css";

/** calm and soon: the arc is what is left · over: too late · pause: not counting now · tick: answered. */
export type RingTone = "calm" | "soon" | "over" | "pause" | "tick";

export interface RingProps {
  /** Share that is left, 1 (all) to 0; only read by calm and soon. */
  left?: number;
  tone: RingTone;
  /** In a record header and on Today the clock sits in a tinted pill; in tables it stands bare. */
  pill?: boolean;
  /** The words beside the sign, such as the time left. */
  children: ReactNode;
}

const CIRCUMFERENCE = 2 * Math.PI * 5.5;

/** A clock that runs out: shape first, colour second, word always. */
export function Ring({ left = 1, tone, pill = false, children }: RingProps) {
  return (
    <span className={cx(styles.ring, styles[tone], pill && styles.pill)}>
      <RingSign left={left} tone={tone} />
      <span>{children}</span>
    </span>
  );
}

function RingSign({ left, tone }: { left: number; tone: RingTone }) {
  if (tone === "over") return <Icon of={TriangleAlert} size={14} />;
  if (tone === "pause") return <Icon of={Pause} size={14} />;
  if (tone === "tick") return <Icon of={Check} size={14} />;
  const arc = Math.min(1, Math.max(0, left)) * CIRCUMFERENCE;
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden>
      <circle cx="7" cy="7" r="5.5" strokeOpacity=".25" />
      <circle cx="7" cy="7" r="5.5" strokeDasharray={`${arc.toFixed(1)} 40`} transform="rotate(-90 7 7)" />
    </svg>
  );
}

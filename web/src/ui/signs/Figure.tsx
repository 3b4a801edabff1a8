import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import { Anchor } from "../navigation/Anchor.tsx";
import styles from "./Figure.module.css";

export interface FigureProps {
  children: ReactNode;
  /** Where the records behind the figure are listed. */
  href?: string | undefined;
  /** Opens them in place instead. */
  onOpen?: (() => void) | undefined;
  /** Nothing lies behind it: drawn as plain text. */
  zero?: boolean;
  /** What opens, for the pointer and for screen readers: the words of the door. */
  opens?: string;
  className?: string;
}

/** A number that stands for records and opens them. Zero, and what has no door, is plain text. */
export function Figure({ children, href, onOpen, zero = false, opens, className }: FigureProps) {
  if (!zero && href !== undefined) {
    return (
      <Anchor className={cx(styles.figure, className)} href={href} title={opens}>
        {children}
      </Anchor>
    );
  }
  if (!zero && onOpen !== undefined) {
    return (
      <button type="button" className={cx(styles.figure, className)} onClick={onOpen} title={opens}>
        {children}
      </button>
    );
  }
  return <span className={className}>{children}</span>;
}

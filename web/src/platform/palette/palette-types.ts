import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** A piece of a name; what the typed letters met is drawn in the accent. */
export interface Segment {
  text: string;
  hit: boolean;
}

export interface PaletteEntry {
  id: string;
  icon: LucideIcon;
  title: string | readonly Segment[];
  /** After the title, in grey. */
  meta?: ReactNode;
  /** At the right end: a grade, a clock, a count. */
  side?: ReactNode;
  /** Keys that do the same on the page. */
  keys?: string;
  /** Where it leads … */
  href?: string;
  /** … or what it does. */
  run?: () => void;
  /** What can be done with it, behind →. */
  acts?: readonly PaletteEntry[];
}

export interface PaletteGroup {
  id: string;
  words: string;
  entries: readonly PaletteEntry[];
}

/** Somebody who answers what is typed into the palette. Capabilities bring theirs; records come before acts. */
export interface PaletteSource {
  id: string;
  /** Smaller numbers stand higher: 10 records, 20 acts, 30 pages. */
  order: number;
  find: (typed: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]> | readonly PaletteGroup[];
}

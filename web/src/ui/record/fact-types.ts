import type { ReactNode } from "react";

/** Somebody else changed the value meanwhile: who, when, and what it is now. */
export interface FactConflict {
  /** The value now, as an editor holds it. */
  value: string;
  /** The value now, as people read it. */
  shown: ReactNode;
  /** What was typed, as people read it; where an editor holds something else. */
  mine?: ReactNode;
  who: string;
  when: string;
}

export type FactAnswer =
  { kind: "saved" } | { kind: "conflict"; conflict: FactConflict } | { kind: "refused"; words: string };

/** What an editor of its own gets; the simple ones are built in. */
export interface FactEditorProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  /** Saves now: for editors where choosing is deciding. */
  onDone: (value: string) => void;
  onCancel: () => void;
  label: string;
  /** Shows what there is to choose at once, as in a cell of a list. */
  opens: boolean;
  /** In a form its label is seen above it. */
  inForm?: boolean;
}

export interface FactEdit {
  /** The value as an editor holds it. */
  value: string;
  /**
   * Writes the value in place of the one that was read. Resolves with what came of it; a rejection is said as a failure
   * and the words that were typed stay.
   */
  save: (value: string, read: string) => Promise<FactAnswer>;
  /** Choosing is deciding: a cell of a list saves at once what is chosen. */
  decides?: boolean | undefined;
  /** A text box when left out. */
  editor?: "text" | "long" | "number" | ((props: FactEditorProps) => ReactNode);
  placeholder?: string;
}

export interface Fact {
  id: string;
  label: string;
  /** As people read it; left out when nothing is known. */
  shown?: ReactNode;
  /** After the value, small: a door, a source. */
  beside?: ReactNode;
  /** Facts without it cannot be edited here. */
  edit?: FactEdit | undefined;
  /** Missing, and somebody should ask. */
  missing?: ReactNode;
}

import type { Viewing } from "../access/acting.ts";
import type { Context, ReadContext } from "./context.ts";

/** How operations of a kind are taken back by an act instead of by their images. Nothing can stand in its way. */
export interface TakingBack {
  /** Whether the operation has been taken back by other means already. */
  isDone(context: Pick<ReadContext, "tx">, operationId: string): Promise<boolean>;
  /** Whether the viewer may, as the records are now. Asked of one's own operations; for those of others a grant is needed. */
  mayCarryOut(viewing: Pick<Viewing, "tx" | "viewer">, operationId: string): Promise<boolean>;
  carryOut(context: Context, operationId: string): Promise<void>;
  /** Why it cannot be done again by undoing the undo, as a key of a sentence a user can read. */
  readonly notRedoable: string;
}

/** What an operation of this kind is, for the audit page and for undo. */
export interface OperationKind {
  /** `<noun>.<verb>`, for example `lead.accept`; also the key of its sentence in both languages. */
  readonly name: string;
  /** Why it cannot be undone, as a key of a sentence a user can read; absent when it can. */
  readonly notUndoable?: string;
  /**
   * `true` for imports: undo writes no images of the rows it removes, so redo is importing again. With millions of rows
   * the images would double the undo.
   */
  readonly redoneByRepeating?: boolean;
  /** An act of its own that takes it back, where putting values back would not do: merging is undone by unmerging. */
  readonly takenBack?: TakingBack;
  /** `true` when it changes no record: reading notices, keeping an index. It is left out of the list of what was done. */
  readonly quiet?: boolean;
  /**
   * So many at most at a time in one process, for acts that wait for each other in the database: waiting there, each would
   * hold a connection, and none would be left for whoever reads a page.
   */
  readonly atOnce?: number;
}

const kinds = new Map<string, OperationKind>();

/** Declares a kind of operation; each once, at the top of its use case. */
export function operationKind(name: string, traits: Omit<OperationKind, "name"> = {}): OperationKind {
  const known = kinds.get(name);
  if (known) throw new Error(`operation kind ${name} is declared twice`);
  const kind = { name, ...traits };
  kinds.set(name, kind);
  return kind;
}

/** The kind declared under a name; one that a later version dropped counts as undoable. */
export function operationKindNamed(name: string): OperationKind {
  return kinds.get(name) ?? { name };
}

/** The kinds that the list of what was done leaves out. */
export function quietKinds(): string[] {
  return [...kinds.values()].filter(({ quiet }) => quiet).map(({ name }) => name);
}

/** Undoing is an operation too, and undoing that is redo. */
export const UNDO = operationKind("undo");

/** Bringing back some of the records that an operation deleted. */
export const RESTORE = operationKind("restore");

/** What a new version of the product wrote: taking it back would leave a house that fits no version. */
export const MIGRATION = operationKind("migration", { notUndoable: "undo.migration", quiet: true });

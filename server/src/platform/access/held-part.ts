import type { Context, ReadContext } from "../ledger/context.ts";
import type { Viewer } from "./viewer.ts";

/** What somebody owns of one kind, as the hand-over of a person who leaves sees it. Each capability that has owners makes one. */
export interface HeldPart {
  /** The kind in the plural, as the preview and the progress name it. */
  readonly what: "accounts" | "campaigns" | "contacts" | "opportunities" | "rights";
  /** Whether the viewer may give on what this person owns of it. */
  mayGive(viewer: Viewer, personId: string): boolean;
  count(context: Pick<ReadContext, "tx">, personId: string): Promise<number>;
  /** Gives the next of them to somebody, at most so many. @returns how many changed hands; fewer than `most` at the end. */
  give(
    context: Context,
    hands: { readonly fromId: string; readonly toId: string; readonly most: number },
  ): Promise<number>;
}

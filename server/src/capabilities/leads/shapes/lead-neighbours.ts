import type { Grade } from "@tongzhou/contract/lead-row";
import type { RejectReason } from "@tongzhou/contract/lead-standard";
import type { HeldPart } from "../../../platform/access/held-part.ts";
import type { RecordsNamed } from "../../contacts/index.ts";
import type { ReadContext } from "../../../platform/ledger/context.ts";
import type { LeadScorePart } from "../queries/lead-columns.ts";

/** What capabilities above leads tell them; handed in where the house is put together. */
export interface LeadNeighbours {
  /** The reasons of the standard in force; none while there is no standard. */
  readReasons(context: Pick<ReadContext, "tx">): Promise<readonly RejectReason[]>;
  /** Scores in lists and on records; without it leads have no grade. */
  readonly score?: LeadScorePart;
  /** The grades of leads at this very moment; what is kept of them may be a step behind. */
  readGrades?(
    context: Pick<ReadContext, "tx" | "now">,
    leadIds: readonly string[],
  ): Promise<ReadonlyMap<string, Grade>>;
  /** The quick search of lists by the index of names; without it names are read one by one. */
  readonly named?: RecordsNamed;
  /** What else people own, for the hand-over of whoever leaves. */
  readonly held?: readonly HeldPart[];
}

/** What lists of leads, and acts on what a list chooses, need of them. */
export type LeadLists = Pick<LeadNeighbours, "score" | "named" | "held">;

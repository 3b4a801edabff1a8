import type { Context } from "../../platform/ledger/context.ts";
import type { NewbornLeads } from "./shapes/newborn-leads.ts";
import { insertLifecycleEvents, insertNewborns } from "./queries/write-moves.ts";
import { assignmentRows, lifecycleRows } from "./record-moves.ts";
import type { LeadCapture } from "./shapes/lead-capture.ts";

/**
 * Writes leads that were opened, as they ended up, with the ledger rows and assignments of every step in between and what else
 * refers to them. Announces them (`lead.captured`).
 */
export async function writeNewborns(context: Context, newborns: NewbornLeads): Promise<void> {
  const { all, pools } = newborns;
  const ids = all.map(({ id }) => id);
  const assignments = await assignmentRows(
    context,
    all.flatMap(({ moves }) => moves),
  );
  // The ledger comes behind: the funnel counts each lead once, when its moves are there.
  await insertNewborns(context, newborns.rowsOf(ids), assignments, newborns.followers);
  await insertLifecycleEvents(
    context,
    all.flatMap(({ id, capture, entry, moves }) => [
      ...lifecycleRows(context, id, entry, { occurredAt: sinceOf(capture) }, pools),
      ...moves.flatMap(({ asked, move }) => lifecycleRows(context, id, move, asked, pools)),
    ]),
  );
  await context.emit("lead.captured", ids);
}

const sinceOf = ({ entry, at }: LeadCapture): Date => (entry.kind === "history" ? (entry.since ?? at) : at);

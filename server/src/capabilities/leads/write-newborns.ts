import type { Context } from "../../platform/ledger/context.ts";
import type { NewbornLeads } from "./shapes/newborn-leads.ts";
import { insertLeads } from "./queries/lead-rows.ts";
import { insertAssignments, insertLifecycleEvents } from "./queries/write-moves.ts";
import { assignmentRows, lifecycleRows } from "./record-moves.ts";
import type { LeadCapture } from "./shapes/lead-capture.ts";

/**
 * Writes leads that were opened, as they ended up, with the ledger rows and assignments of every step in between, then what
 * refers to them; a statement a table. Announces them (`lead.captured`).
 */
export async function writeNewborns(context: Context, newborns: NewbornLeads): Promise<void> {
  const { all, pools } = newborns;
  const ids = all.map(({ id }) => id);
  await insertLeads(context, newborns.rowsOf(ids));
  await insertLifecycleEvents(
    context,
    all.flatMap(({ id, capture, entry, moves }) => [
      ...lifecycleRows(context, id, entry, { occurredAt: sinceOf(capture) }, pools),
      ...moves.flatMap(({ asked, move }) => lifecycleRows(context, id, move, asked, pools)),
    ]),
  );
  await insertAssignments(
    context,
    await assignmentRows(
      context,
      all.flatMap(({ moves }) => moves),
    ),
  );
  for (const follow of newborns.followers) await follow();
  await context.emit("lead.captured", ids);
}

const sinceOf = ({ entry, at }: LeadCapture): Date => (entry.kind === "history" ? (entry.since ?? at) : at);

import { z } from "zod";
import type { Acting } from "../../platform/access/acting.ts";
import { beginLongOperation } from "../../platform/jobs/begin-long-operation.ts";
import { defineLongOperation } from "../../platform/jobs/long-operation.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, Refused } from "../../platform/problems/refusal.ts";
import { mayHandOverFrom } from "./leads.access.ts";
import { moveLeads } from "./move-leads.ts";
import { countHeldLeads, findHeldLeads } from "./queries/choose-leads.ts";
import { refuseInactive } from "./refuse-inactive.ts";

const BATCH_LEADS = 1000;

export const HAND_OVER_LEADS = operationKind("lead.hand_over");
const HAND_OVER_BATCH = operationKind("lead.hand_over_batch");

/** The hand-over of everything somebody held, batch by batch; undone in one piece. */
export const handOverManyLeads = defineLongOperation({
  name: "leads.hand_over",
  batchKind: HAND_OVER_BATCH,
  request: z.object({ fromId: z.uuid(), toId: z.uuid() }),
  position: z.object({ after: z.uuid().nullable() }),
  async batch(context, { request: { fromId, toId }, position: { after } }) {
    const ids = await findHeldLeads(context, fromId, after, BATCH_LEADS);
    const results = await moveLeads(
      context,
      // Who was given away since the ids were read is not the leaver's any more, and stays.
      ids.map((leadId) => ({ leadId, event: { kind: "owner_left", successorId: toId } as const })),
    );
    const moved = results.filter(({ outcome }) => outcome === "moved").length;
    return {
      position: { after: ids.at(-1) ?? after },
      done: ids.length,
      counts: { moved, refused: ids.length - moved },
      isLast: ids.length < BATCH_LEADS,
    };
  },
});

/**
 * Hands over everything a person who leaves holds (row 18), in the background.
 * @returns the long operation.
 * @throws NotAllowed; Refused `hand_over_to_oneself`, `person_not_active`.
 */
export async function handOverLeads(
  context: Acting,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<string> {
  if (!mayHandOverFrom(context.viewer, fromId)) throw new NotAllowed();
  if (fromId === toId) throw new Refused("hand_over_to_oneself");
  refuseInactive(context.viewer, toId);
  return beginLongOperation(context, handOverManyLeads, {
    request: { fromId, toId },
    position: { after: null },
    total: await countHeldLeads(context, fromId),
  });
}

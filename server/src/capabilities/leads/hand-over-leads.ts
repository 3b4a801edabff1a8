import { z } from "zod";
import type { HandOverPreview } from "@tongzhou/contract/leads";
import type { HeldPart } from "../../platform/access/held-part.ts";
import type { Acting, Viewing } from "../../platform/access/acting.ts";
import { beginLongOperation } from "../../platform/jobs/begin-long-operation.ts";
import { defineLongOperation } from "../../platform/jobs/long-operation.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, Refused } from "../../platform/problems/refusal.ts";
import { mayHandOverFrom } from "./leads.access.ts";
import { moveLeads } from "./move-leads.ts";
import { countHeldLeads, findHeldLeads } from "./queries/choose-leads.ts";
import type { LeadNeighbours } from "./shapes/lead-neighbours.ts";
import { refuseInactive } from "./refuse-inactive.ts";

const BATCH_LEADS = 1000;

export const HAND_OVER_LEADS = operationKind("lead.hand_over");
const HAND_OVER_BATCH = operationKind("lead.hand_over_batch");

type Parts = Pick<LeadNeighbours, "held">;

/** The hand-over of everything somebody held, batch by batch: leads first, then each other part; undone in one piece. */
export const handOverManyLeads = ({ held = [] }: Parts) =>
  defineLongOperation({
    name: "leads.hand_over",
    batchKind: HAND_OVER_BATCH,
    request: z.object({ fromId: z.uuid(), toId: z.uuid(), parts: z.array(z.string()).default([]) }),
    position: z.object({ after: z.uuid().nullable(), part: z.int().nullable().default(null) }),
    async batch(context, { request: { fromId, toId, parts }, position: { after, part } }) {
      if (part !== null) {
        const giving = held.find(({ what }) => what === parts[part]);
        const given = (await giving?.give(context, { fromId, toId, most: BATCH_LEADS })) ?? 0;
        const next = given < BATCH_LEADS ? part + 1 : part;
        return {
          position: { after, part: next },
          done: given,
          counts: { moved: given },
          isLast: next >= parts.length,
        };
      }
      const ids = await findHeldLeads(context, fromId, after, BATCH_LEADS);
      const results = await moveLeads(
        context,
        // Who was given away since the ids were read is not the leaver's any more, and stays.
        ids.map((leadId) => ({ leadId, event: { kind: "owner_left", successorId: toId } as const })),
      );
      const moved = results.filter(({ outcome }) => outcome === "moved").length;
      const areAll = ids.length < BATCH_LEADS;
      return {
        position: { after: ids.at(-1) ?? after, part: areAll ? 0 : null },
        done: ids.length,
        counts: { moved, refused: ids.length - moved },
        isLast: areAll && parts.length === 0,
      };
    },
  });

/**
 * What somebody owns that the viewer may give on: leads and everything else that has an owner.
 * @throws NotAllowed.
 */
export async function previewHandOver(
  context: Viewing,
  personId: string,
  { held = [] }: Parts,
): Promise<HandOverPreview> {
  if (!mayHandOverFrom(context.viewer, personId)) throw new NotAllowed();
  const counts: HandOverPreview = { leads: 0, opportunities: 0, contacts: 0, accounts: 0, campaigns: 0, rights: 0 };
  counts.leads = await countHeldLeads(context, personId);
  for (const part of partsOf(context, personId, held)) counts[part.what] = await part.count(context, personId);
  return counts;
}

const partsOf = ({ viewer }: Pick<Viewing, "viewer">, personId: string, held: readonly HeldPart[]): HeldPart[] =>
  held.filter((part) => part.mayGive(viewer, personId));

/**
 * Hands over everything a person who leaves owns (R-ACC-7): leads (row 18), and of the rest what the viewer may give on; in the
 * background.
 * @returns the long operation.
 * @throws NotAllowed; Refused `hand_over_to_oneself`, `person_not_active`.
 */
export async function handOverLeads(
  context: Acting,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
  neighbours: Parts,
): Promise<string> {
  if (!mayHandOverFrom(context.viewer, fromId)) throw new NotAllowed();
  if (fromId === toId) throw new Refused("hand_over_to_oneself");
  refuseInactive(context.viewer, toId);
  const parts = partsOf(context, fromId, neighbours.held ?? []).map(({ what }) => what);
  const counts = await previewHandOver(context, fromId, neighbours);
  return beginLongOperation(context, handOverManyLeads(neighbours), {
    request: { fromId, toId, parts },
    position: { after: null, part: null },
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
  });
}

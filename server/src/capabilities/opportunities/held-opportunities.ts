import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import type { HeldPart } from "../../platform/access/held-part.ts";
import { recordOpportunityEvents } from "../leads/index.ts";
import { OPPORTUNITY } from "./opportunities.access.ts";
import { countHeldOpportunities, findHeldOpportunities } from "./queries/held-opportunity-rows.ts";
import { lockOpportunities, readCyclesOf, setOwner } from "./queries/opportunity-rows.ts";

const NO_STAGE = "open";

/**
 * The opportunities that somebody owns, running or ended, to be given on when they leave; each says so in its history. Their
 * leads are given on by the leads themselves (row 18).
 */
export const heldOpportunities = (): HeldPart => ({
  what: "opportunities",
  mayGive: (viewer, personId) => covers(reachOf(viewer, OPPORTUNITY, "assign"), { ownerIds: [personId] }),
  count: countHeldOpportunities,
  async give(context, { fromId, toId, most }) {
    const locked = await lockOpportunities(context, await findHeldOpportunities(context, fromId, most));
    const given = locked.filter(({ ownerId }) => ownerId === fromId);
    const ids = given.map(({ id }) => id);
    await setOwner(context, ids, toId);
    const cycles = await readCyclesOf(context, ids);
    await recordOpportunityEvents(
      context,
      given.map(({ id, stageId, outcome }) => ({
        opportunityId: id,
        act: "given",
        cycle: cycles.get(id) ?? 1,
        occurredAt: context.now,
        from: outcome ?? stageId ?? NO_STAGE,
        to: outcome ?? stageId ?? NO_STAGE,
        fromOwnerId: fromId,
        toOwnerId: toId,
        reason: null,
      })),
    );
    await context.emit("opportunity.given", ids);
    return locked.length;
  },
});

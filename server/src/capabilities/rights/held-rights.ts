import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import type { HeldPart } from "../../platform/access/held-part.ts";
import { ACCOUNT } from "../accounts/index.ts";
import { countHeldRights, giveHeldRights } from "./queries/hand-over-rights.ts";

/** The rights that somebody was given on accounts and opportunities, and their territories, to be given on when they leave. */
export const heldRights = (): HeldPart => ({
  what: "rights",
  mayGive: (viewer, personId) => covers(reachOf(viewer, ACCOUNT, "assign"), { ownerIds: [personId] }),
  count: countHeldRights,
  give: giveHeldRights,
});

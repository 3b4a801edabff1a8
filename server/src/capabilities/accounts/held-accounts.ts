import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import type { HeldPart } from "../../platform/access/held-part.ts";
import { ACCOUNT } from "./accounts.access.ts";
import { countHeldAccounts, giveHeldAccounts } from "./queries/hand-over-accounts.ts";

/** The accounts that somebody owns, to be given on when they leave. */
export const heldAccounts = (): HeldPart => ({
  what: "accounts",
  mayGive: (viewer, personId) => covers(reachOf(viewer, ACCOUNT, "assign"), { ownerIds: [personId] }),
  count: countHeldAccounts,
  async give(context, hands) {
    const given = await giveHeldAccounts(context, hands);
    await context.emit("account.changed", given);
    return given.length;
  },
});

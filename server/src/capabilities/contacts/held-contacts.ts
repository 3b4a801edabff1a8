import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import type { HeldPart } from "../../platform/access/held-part.ts";
import { CONTACT } from "./contacts.access.ts";
import { countHeldContacts, giveHeldContacts } from "./queries/hand-over-contacts.ts";

/** The contacts that somebody owns, to be given on when they leave. */
export const heldContacts = (): HeldPart => ({
  what: "contacts",
  mayGive: (viewer, personId) => covers(reachOf(viewer, CONTACT, "assign"), { ownerIds: [personId] }),
  count: countHeldContacts,
  async give(context, hands) {
    const given = await giveHeldContacts(context, hands);
    await context.emit("contact.changed", given);
    return given.length;
  },
});

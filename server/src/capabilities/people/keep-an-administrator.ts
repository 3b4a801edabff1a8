import { Viewer } from "../../platform/access/viewer.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { mayEditEverybody, mayGiveRoles } from "./people.access.ts";
import { readPeopleSnapshot } from "./queries/read-people-snapshot.ts";

/**
 * Makes sure that, as things stand in this operation, somebody who can sign in may still edit everybody and give roles.
 * Called after the change, under `lockAdministrators`.
 * @throws Refused `last_admin`.
 */
export async function keepAnAdministrator({ tx }: Context): Promise<void> {
  const snapshot = await readPeopleSnapshot(tx, async () => []);
  const mayAdminister = [...snapshot.people.values()].some((person) => {
    const viewer = new Viewer(snapshot, person);
    return person.active && person.signInId !== null && mayEditEverybody(viewer) && mayGiveRoles(viewer);
  });
  if (!mayAdminister) throw new Refused("last_admin");
}

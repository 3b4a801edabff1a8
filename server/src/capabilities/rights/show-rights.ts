import type { AccountRights, Collaborator } from "@tongzhou/contract/rights";
import type { Viewing } from "../../platform/access/acting.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { readAccount } from "../accounts/index.ts";
import { findCollaborating, findCollaborators } from "./queries/collaborator-rows.ts";
import { findRights } from "./queries/find-rights.ts";
import { territoriesAround } from "./queries/territory-rows.ts";
import { mayGiveOn } from "./rights.access.ts";

/** Who may do what with an account: by owning it, by a right given here or above, by collaborating. @throws NotFound. */
export async function showRights(context: Viewing, accountId: string): Promise<AccountRights> {
  const account = await readAccount(context, accountId);
  if (!account) throw new NotFound();
  const { ownerId, inherited } = account;
  const from = ownerId === null ? (inherited.ownerId?.from ?? null) : null;
  const personId = ownerId ?? inherited.ownerId?.value;
  const name = context.viewer.snapshot.people.get(personId ?? "")?.name;
  const given = await findRights(context, accountId);
  return {
    owner: personId === undefined || name === undefined ? null : { personId, name, from },
    given: given.map(({ since, ...right }) => ({ ...right, since: since.toISOString() })),
    collaborators: await findCollaborating(context, accountId),
    territories: await territoriesAround(context, accountId),
    mayGive: await mayGiveOn(context, accountId),
  };
}

/** Who collaborates on an opportunity that the viewer may read. @throws NotFound. */
export async function showCollaborators(
  context: Viewing,
  opportunityId: string,
): Promise<{ collaborators: Collaborator[]; mayGive: boolean }> {
  const found = await findCollaborators(context, opportunityId);
  if (!found) throw new NotFound();
  return {
    collaborators: found.collaborators.map((one) => ({ ...one, since: new Date(one.since).toISOString() })),
    mayGive: found.mayGive,
  };
}

import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { wouldBeBelowItself } from "../../platform/tree/would-be-below-itself.ts";
import { lockTeam, lockTree, updateTeam } from "./queries/team-rows.ts";

export const EDIT_TEAM = operationKind("team.edit");

export interface TeamEdit {
  readonly name?: FieldChange<string> | undefined;
  readonly parentId?: FieldChange<string | null> | undefined;
}

/**
 * Renames a team or moves it, with everything below it.
 * @throws NotFound; Conflict `changed_meanwhile`; Refused `team_below_itself`.
 */
export async function editTeam(context: Acting, id: string, edit: TeamEdit): Promise<void> {
  const tree = await lockTree(context);
  const team = await lockTeam(context, id);
  if (!team) throw new NotFound();
  const { parentId, name } = await takeChanges(context, { table: "team", id }, team, edit);
  if (parentId !== undefined && wouldBeBelowItself(tree, id, parentId)) throw new Refused("team_below_itself");
  await updateTeam(context, id, {
    ...(name === undefined ? {} : { name }),
    ...(parentId === undefined ? {} : { parent_id: parentId }),
  });
  await context.emit("team.edited", [id]);
}

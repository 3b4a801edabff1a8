import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { countInTeam, deleteTeam, lockTeam } from "./queries/team-rows.ts";

export const REMOVE_TEAM = operationKind("team.remove");

/** Removes an empty team. @throws NotFound; Refused `team_in_use`, also by what other capabilities keep of it. */
export async function removeTeam(context: Context, id: string): Promise<void> {
  if (!(await lockTeam(context, id))) throw new NotFound();
  const { people, teams } = await countInTeam(context, id);
  if (people + teams > 0) throw new Refused("team_in_use", { people, teams });
  await deleteTeam(context, id);
}

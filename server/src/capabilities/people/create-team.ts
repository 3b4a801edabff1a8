import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { insertTeam } from "./queries/team-rows.ts";

export const CREATE_TEAM = operationKind("team.create");

/** Adds a team below another or at the top. @returns its id. */
export async function createTeam(
  context: Context,
  team: { readonly name: string; readonly parentId: string | null },
): Promise<string> {
  const id = context.newId();
  await insertTeam(context, { id, ...team });
  await context.emit("team.created", [id]);
  return id;
}

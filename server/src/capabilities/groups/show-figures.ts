import type { GroupFigures } from "@tongzhou/contract/groups";
import type { Viewing } from "../../platform/access/acting.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { maySumAmounts } from "../opportunities/index.ts";
import { sumGroup } from "./queries/sum-group.ts";

/** What one company, or it with all below it, adds up to. @throws NotFound. */
export async function showFigures(
  looking: Pick<Viewing, "tx" | "viewer">,
  id: string,
  scope: "one" | "whole",
): Promise<GroupFigures> {
  const sum = await sumGroup(looking, id, scope);
  if (!sum) throw new NotFound();
  const sums = maySumAmounts(looking.viewer);
  return {
    ...sum,
    running: { ...sum.running, amounts: sums ? sum.running.amounts : null },
    won: { ...sum.won, amounts: sums ? sum.won.amounts : null },
    lastAt: sum.lastAt === null ? null : new Date(sum.lastAt).toISOString(),
  };
}

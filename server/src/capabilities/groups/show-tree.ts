import type { GroupRow } from "@tongzhou/contract/groups";
import type { Viewing } from "../../platform/access/acting.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { presentCompanies } from "./present-companies.ts";
import { findTreeHead } from "./queries/group-tree.ts";

/** The top of the group a company is in, and the way down to it. @throws NotFound. */
export async function showTree(
  looking: Pick<Viewing, "tx" | "viewer">,
  id: string,
): Promise<{ top: GroupRow; path: string[]; companies: { count: number; outside: number } }> {
  const head = await findTreeHead(looking, id);
  const topId = head?.path[0];
  if (!head || topId === undefined) throw new NotFound();
  const [top] = await presentCompanies(looking, [topId]);
  if (!top) throw new NotFound();
  return { top, path: head.path, companies: { count: head.count, outside: head.outside } };
}

import type { GroupRow } from "@tongzhou/contract/groups";
import type { Viewing } from "../../platform/access/acting.ts";
import { placeInTree } from "../accounts/index.ts";
import { maySumAmounts } from "../opportunities/index.ts";
import { readCompanies } from "./queries/group-rows.ts";
import type { FoundCompany } from "./queries/group-rows.ts";
import { countChildren } from "./queries/group-tree.ts";

/** Companies as rows of a tree, in the order asked for. */
export async function presentCompanies(
  looking: Pick<Viewing, "tx" | "viewer">,
  ids: readonly string[],
): Promise<GroupRow[]> {
  const children = await countChildren(looking, ids);
  const sums = maySumAmounts(looking.viewer);
  return (await readCompanies(looking, ids)).map((company) => rowOf(company, children.get(company.id) ?? 0, sums));
}

function rowOf(company: FoundCompany, children: number, sums: boolean): GroupRow {
  const { id, parentId, name, ownerId, nearestOwnerId, ownerName, running, won } = company;
  const none = { count: 0, amounts: null };
  const hidden = { name: null, place: null, confirmed: true, owner: null, contacts: 0, leads: 0, lastAt: null };
  if (!company.seen) return { id, parentId, ...hidden, children, running: none, won: none, mayMove: false };
  return {
    id,
    parentId,
    name,
    place: placeInTree({ ...company, hasChildren: children > 0 }),
    confirmed: company.confirmed,
    owner: nearestOwnerId === null ? null : { id: nearestOwnerId, name: ownerName ?? "", inherited: ownerId === null },
    children,
    contacts: company.contacts,
    leads: company.leads,
    running: { count: running.count, amounts: sums ? running.amounts : null },
    won: { count: won.count, amounts: sums ? won.amounts : null },
    lastAt: company.lastAt === null ? null : new Date(company.lastAt).toISOString(),
    mayMove: company.mayMove,
  };
}

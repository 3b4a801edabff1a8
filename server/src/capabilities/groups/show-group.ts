import type { GroupFigures, GroupRow } from "@tongzhou/contract/groups";
import type { Viewing } from "../../platform/access/acting.ts";
import { cutPage, decodeCursor } from "../../platform/paging/keyset.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { placeInTree } from "../accounts/index.ts";
import { maySumAmounts } from "../opportunities/index.ts";
import { readCompanies } from "./queries/group-rows.ts";
import type { FoundCompany } from "./queries/group-rows.ts";
import { countChildren, findTreeHead, listChildIds, mayReadCompany } from "./queries/group-tree.ts";
import { sumGroup } from "./queries/sum-group.ts";

type Looking = Pick<Viewing, "tx" | "viewer">;

const ORDER = "name";

/** The top of the group a company is in, and the way down to it. @throws NotFound. */
export async function showTree(
  looking: Looking,
  id: string,
): Promise<{ top: GroupRow; path: string[]; companies: { count: number; outside: number } }> {
  const head = await findTreeHead(looking, id);
  const topId = head?.path[0];
  if (!head || topId === undefined) throw new NotFound();
  const [top] = await rowsOf(looking, [topId]);
  if (!top) throw new NotFound();
  return { top, path: head.path, companies: { count: head.count, outside: head.outside } };
}

/**
 * A page of the companies directly below one. The one itself may be out of the viewer's reach: then only what leads to
 * companies within it is shown.
 */
export async function listChildren(
  looking: Looking,
  id: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: GroupRow[]; nextCursor?: string }> {
  const after = page.cursor === undefined ? undefined : decodeCursor(ORDER, page.cursor, 2);
  const found = await listChildIds(looking, id, after, page.limit + 1);
  if (found.length === 0 && !(await mayReadCompany(looking, id))) throw new NotFound();
  const cut = cutPage(found, page.limit, ORDER, (child) => [child.nameSort, child.id]);
  const rows = await rowsOf(
    looking,
    cut.rows.map((child) => child.id),
  );
  return { ...cut, rows };
}

/** What one company, or it with all below it, adds up to. @throws NotFound. */
export async function showFigures(looking: Looking, id: string, scope: "one" | "whole"): Promise<GroupFigures> {
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

async function rowsOf(looking: Looking, ids: readonly string[]): Promise<GroupRow[]> {
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

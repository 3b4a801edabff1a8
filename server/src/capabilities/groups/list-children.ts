import type { GroupRow } from "@tongzhou/contract/groups";
import type { Viewing } from "../../platform/access/acting.ts";
import { cutPage, decodeCursor } from "../../platform/paging/keyset.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { presentCompanies } from "./present-companies.ts";
import { listChildIds, mayReadCompany } from "./queries/group-tree.ts";

const ORDER = "name";

/**
 * A page of the companies directly below one. The one itself may be out of the viewer's reach: then only what leads to
 * companies within it is shown.
 */
export async function listChildren(
  looking: Pick<Viewing, "tx" | "viewer">,
  id: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: GroupRow[]; nextCursor?: string }> {
  const after = page.cursor === undefined ? undefined : decodeCursor(ORDER, page.cursor, 2);
  const found = await listChildIds(looking, id, after, page.limit + 1);
  if (found.length === 0 && !(await mayReadCompany(looking, id))) throw new NotFound();
  const cut = cutPage(found, page.limit, ORDER, (child) => [child.nameSort, child.id]);
  const rows = await presentCompanies(
    looking,
    cut.rows.map((child) => child.id),
  );
  return { ...cut, rows };
}

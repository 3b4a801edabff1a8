import type { BoardColumn } from "@tongzhou/contract/opportunities";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Calendar } from "../../platform/lists/choose-rows.ts";
import { readList } from "../../platform/lists/read-list.ts";
import type { PageRequest } from "../../platform/lists/read-list.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { maySumAmounts } from "./opportunities.access.ts";
import { sumStages } from "./queries/sum-stages.ts";
import { columnList } from "./queries/opportunity-list.ts";
import { findTypes } from "./queries/opportunity-type-rows.ts";
import { presentRow } from "./show-opportunity.ts";

/**
 * The running opportunities of a type, a column a stage: counts and sums of all, rows of the first page.
 * @throws NotFound when there is no such type; Invalid for a wrong filter or sort.
 */
export async function showBoard(
  viewing: Viewing,
  typeId: string,
  request: PageRequest,
  calendar: Calendar,
): Promise<{ columns: BoardColumn[]; order: string }> {
  const type = (await findTypes(viewing)).find(({ id }) => id === typeId);
  if (!type) throw new NotFound();
  const sums = await sumStages(viewing, typeId, request, calendar);
  const columns: BoardColumn[] = [];
  let order = request.sort;
  // One connection answers one statement at a time, so the pages of the columns are read one after the other.
  for (const { id: stageId } of type.stages) {
    const page = await readList(columnList(stageId), request, viewing, calendar);
    const ofStage = sums.filter((sum) => sum.stageId === stageId);
    order = page.order;
    columns.push({
      stageId,
      count: ofStage.reduce((count, sum) => count + sum.count, 0),
      ...(maySumAmounts(viewing.viewer)
        ? { sums: ofStage.map(({ currency, amount, weighted }) => ({ currency, amount, weighted })) }
        : {}),
      rows: page.rows.map((row) => presentRow(viewing.viewer, row)),
      ...(page.nextCursor === undefined ? {} : { nextCursor: page.nextCursor }),
    });
  }
  return { columns, order };
}

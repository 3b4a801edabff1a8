import { sql } from "kysely";
import type { SqlBool } from "kysely";
import { z } from "zod";
import { columnFact } from "../../../platform/lists/bulk-source.ts";
import type { BulkFact, BulkSource } from "../../../platform/lists/bulk-source.ts";
import { OPPORTUNITY } from "../opportunities.access.ts";
import { opportunityList } from "./opportunity-list.ts";

const ALIAS = "o";

/** What has ended stays as it was when it ended. */
const fact = (column: string, type: "text" | "uuid" | "date", value: z.ZodType<string | null>): BulkFact =>
  columnFact<string | null>({
    table: "opportunity",
    alias: ALIAS,
    column,
    type,
    value,
    stays: () => [{ because: "ended", when: sql<SqlBool>`${sql.ref(`${ALIAS}.outcome`)} is not null` }],
  });

/** Opportunities as a list whose records are changed many at once. */
export const bulkOpportunities = (): BulkSource => ({
  access: OPPORTUNITY,
  alias: ALIAS,
  list: () => opportunityList,
  facts: {
    expectedCloseOn: fact("expected_close_on", "date", z.iso.date().nullable()),
    nextStep: fact("next_step", "text", z.string().trim().min(1).max(2000).nullable()),
    nextStepOn: fact("next_step_on", "date", z.iso.date().nullable()),
    productLineId: fact("product_line_id", "uuid", z.uuid().nullable()),
  },
  edited: (context, ids) => context.emit("opportunity.edited", ids),
});

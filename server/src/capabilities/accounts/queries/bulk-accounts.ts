import { SIZE_BANDS } from "@tongzhou/contract/accounts";
import { z } from "zod";
import { columnFact } from "../../../platform/lists/bulk-source.ts";
import type { BulkFact, BulkSource } from "../../../platform/lists/bulk-source.ts";
import { ACCOUNT } from "../accounts.access.ts";
import { accountRemoval } from "../shapes/account-removal.ts";
import { accountList } from "./account-list.ts";

const ALIAS = "account";

const fact = (column: string, value: z.ZodType<string | null>): BulkFact =>
  columnFact<string | null>({ table: "account", alias: ALIAS, column, type: "text", value });

/** Companies and households as a list whose records are changed many at once. */
export const bulkAccounts = (): BulkSource => ({
  access: ACCOUNT,
  alias: ALIAS,
  list: accountList,
  facts: {
    industryCode: fact("industry_code", z.string().trim().min(1).max(10).nullable()),
    regionCode: fact(
      "region_code",
      z
        .string()
        .regex(/^\d{6}$/)
        .nullable(),
    ),
    sizeBand: fact("size_band", z.enum(SIZE_BANDS).nullable()),
    tier: fact("tier", z.string().trim().min(1).max(40).nullable()),
  },
  removal: accountRemoval,
  edited: (context, ids) => context.emit("account.changed", ids),
});

import type { FunnelChoice, FunnelColumn, FunnelRecord } from "@tongzhou/contract/insights";
import type { FunnelStep } from "@tongzhou/contract/lead-stages";
import type { Viewing } from "../../platform/access/acting.ts";
import { cutPage, decodeCursor } from "../../platform/paging/keyset.ts";
import { requireCompany } from "../people/index.ts";
import { companyPeriod } from "./company-period.ts";
import { STEP_NUMBERS } from "./queries/funnel-entries.ts";
import { findFunnelRecords } from "./queries/funnel-records.ts";

const ORDER = "-at";

export interface FunnelCellRequest extends FunnelChoice {
  readonly step: FunnelStep;
  readonly column: FunnelColumn;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * The leads behind one figure of the funnel that the viewer may open, with how many are outside their rights (R-ACC-5).
 * @throws Refused `period_backwards`, `period_too_long`; Invalid `cursor_invalid`.
 */
export async function listFunnelRecords(
  viewing: Viewing,
  { step, column, cursor, limit, ...choice }: FunnelCellRequest,
): Promise<{ rows: FunnelRecord[]; nextCursor?: string; total: number; outsideRights: number }> {
  const request = { ...choice, period: companyPeriod(choice, await requireCompany(viewing)) };
  const cell = { step: STEP_NUMBERS[step], column };
  const after = cursor === undefined ? null : decodeCursor(ORDER, cursor, 2);
  const { total, readable, records } = await findFunnelRecords(viewing, request, cell, { after, limit });
  const page = cutPage(records, limit, ORDER, (row) => [row.at, row.leadId]);
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
    total,
    outsideRights: total - readable,
  };
}

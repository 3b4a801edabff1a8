import type { AttributionModel } from "@tongzhou/contract/attribution-model";
import type { DealCredit } from "@tongzhou/contract/insights";
import type { Viewing } from "../../platform/access/acting.ts";
import { cutPage, decodeCursor } from "../../platform/paging/keyset.ts";
import { requireCompany } from "../people/index.ts";
import { companyPeriod } from "./company-period.ts";
import { attribution } from "./domain/attribution.ts";
import { findOpenableDeals, findWonDeals } from "./queries/find-won-deals.ts";

const ORDER = "-credited";

export interface CreditRequest {
  readonly from: string;
  readonly to: string;
  readonly model: AttributionModel;
  /** `unknown`: no campaign. Undefined: whole amounts. */
  readonly campaignId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * The won deals behind a revenue with what each credits to the campaign, the largest first, and how many the viewer may not
 * open (R-ACC-5).
 * @throws Refused `period_backwards`, `period_too_long`; Invalid `cursor_invalid`.
 */
export async function listCredits(
  viewing: Viewing,
  request: CreditRequest,
): Promise<{ rows: DealCredit[]; nextCursor?: string; total: number; outsideRights: number }> {
  const company = await requireCompany(viewing);
  const deals = await findWonDeals(viewing, companyPeriod(request, company), company.currency);
  const credited = deals
    .flatMap((deal) => {
      const parts = attribution(request.model, deal).filter(({ campaignId }) => isAsked(request, campaignId));
      return parts.length === 0 ? [] : [{ id: deal.id, credited: parts.reduce((sum, { amount }) => sum + amount, 0) }];
    })
    .toSorted((a, b) => b.credited - a.credited || (a.id < b.id ? -1 : 1));
  const openable = await findOpenableDeals(
    viewing,
    credited.map(({ id }) => id),
  );
  const rows = credited.flatMap(({ id, credited: amount }) => {
    const deal = openable.get(id);
    return deal ? [presentCredit(deal, amount)] : [];
  });
  const start = request.cursor === undefined ? 0 : placeAfter(rows, request.cursor);
  return {
    ...cutPage(rows.slice(start, start + request.limit + 1), request.limit, ORDER, (row) => [
      row.credited,
      row.opportunityId,
    ]),
    total: credited.length,
    outsideRights: credited.length - rows.length,
  };
}

function isAsked({ campaignId: asked }: CreditRequest, campaignId: string | null): boolean {
  return asked === undefined || asked === (campaignId ?? "unknown");
}

function presentCredit(
  deal: { id: string; name: string; ownerName: string; wonAt: Date; amount: number },
  credited: number,
): DealCredit {
  const { id, name, ownerName, wonAt, amount } = deal;
  return { opportunityId: id, name, ownerName, wonAt: wonAt.toISOString(), amount, credited };
}

/** The first place behind a cursor, also when its own row has gone since. */
function placeAfter(rows: readonly DealCredit[], cursor: string): number {
  const [credited, id] = decodeCursor(ORDER, cursor, 2);
  const place = rows.findIndex(
    (row) => row.credited < Number(credited) || (row.credited === credited && row.opportunityId > String(id)),
  );
  return place === -1 ? rows.length : place;
}

import { ACCEPT_LEADS, moveLeads } from "../../server/src/capabilities/leads/index.ts";
import type { LeadMove } from "../../server/src/capabilities/leads/index.ts";
import {
  CONVERT_LEAD,
  WIN_OPPORTUNITY,
  convertLeads,
  winOpportunities,
} from "../../server/src/capabilities/opportunities/index.ts";
import { zonedInstant } from "../../server/src/capabilities/imports/index.ts";
import type { OlistDeal, OlistFiles } from "./olist-files.ts";
import { OLIST_ZONE } from "./olist-world.ts";
import type { OlistWorld } from "./olist-world.ts";

const MINUTE_MS = 60_000;
const IN_ZONE = zonedInstant(OLIST_ZONE);

export interface Replayed {
  /** Deals whose win lies before the first contact of their lead, as the product was told. */
  readonly wonBeforeContact: number;
}

/** Replays the closed deals with their people and times: given by the SDR, accepted, converted, won. */
export async function replayDeals(world: OlistWorld, files: OlistFiles): Promise<Replayed> {
  const { house, people, adminId } = world;
  const { rows } = await house.pool.query<{ mqlId: string; leadId: string; capturedAt: Date }>(
    `select i.value as "mqlId", l.id as "leadId", l.captured_at as "capturedAt"
     from identifier as i join lead as l on l.contact_id = i.contact_id where i.kind = 'member:olist'`,
  );
  const leads = new Map(rows.map((row) => [row.mqlId, row]));
  const known = files.deals.flatMap((deal) => {
    const lead = leads.get(deal.mqlId);
    return lead ? [{ deal, lead, wonAt: instantOf(deal) }] : [];
  });
  const moves = (event: (deal: OlistDeal) => LeadMove["event"], minutesBefore: number): LeadMove[] =>
    known.map(({ deal, lead, wonAt }) => ({
      leadId: lead.leadId,
      event: event(deal),
      occurredAt: new Date(wonAt.getTime() - minutesBefore * MINUTE_MS),
    }));
  const personOf = (hash: string): string => people.get(hash) ?? "";
  await world.actAs(adminId, ACCEPT_LEADS, async (context) => {
    const given = moves(
      ({ sdr, rep }) => ({ kind: "given", byId: sdr === rep ? adminId : personOf(sdr), toId: personOf(rep) }),
      3,
    );
    requireMoved(await moveLeads(context, given));
    const accepted = moves(
      ({ rep }) => ({ kind: "accepted", by: { personId: personOf(rep), mayActForHolder: false } }),
      2,
    );
    requireMoved(await moveLeads(context, accepted));
  });
  const opportunities = await world.actAs(adminId, CONVERT_LEAD, (context) =>
    convertLeads(
      context,
      known.map(({ deal, lead, wonAt }) => ({
        leadId: lead.leadId,
        accountConfirmed: true,
        company: { name: `Seller ${deal.mqlId}` },
        amount: deal.amount,
        occurredAt: new Date(wonAt.getTime() - MINUTE_MS),
      })),
    ),
  );
  await world.actAs(adminId, WIN_OPPORTUNITY, (context) =>
    winOpportunities(
      context,
      opportunities.flatMap((result, place) => {
        const one = known[place];
        return result.outcome === "converted" && one
          ? [{ opportunityId: result.opportunityId, amount: one.deal.amount, wonAt: one.wonAt }]
          : [];
      }),
    ),
  );
  return { wonBeforeContact: known.filter(({ lead, wonAt }) => wonAt < lead.capturedAt).length };
}

function instantOf({ wonAt }: OlistDeal): Date {
  const [, year, month, day, hour, minute] = /^(\d+)-(\d+)-(\d+) (\d+):(\d+)$/.exec(wonAt) ?? [];
  const wall = { year, month, day, hour, minute, second: 0, millisecond: 0 };
  return new Date(
    IN_ZONE(Object.fromEntries(Object.entries(wall).map(([unit, value]) => [unit, Number(value)])) as never),
  );
}

function requireMoved(results: readonly { readonly outcome: string; readonly leadId: string }[]): void {
  const refused = results.filter(({ outcome }) => outcome !== "moved");
  if (refused.length > 0) throw new Error(`${refused.length} moves were refused: ${JSON.stringify(refused[0])}`);
}

import { attribution } from "../../server/src/capabilities/insights/index.ts";
import type { CampaignTouch, WonDeal } from "../../server/src/capabilities/insights/index.ts";
import { countBy } from "./olist-files.ts";
import type { OlistFiles } from "./olist-files.ts";
import { OLIST_ZONE } from "./olist-world.ts";
import type { OlistWorld } from "./olist-world.ts";
import type { Replayed } from "./replay-deals.ts";

export interface Check {
  readonly name: string;
  readonly expected: string | number;
  readonly found: string | number;
}

const MODELS = ["first", "last", "linear"] as const;

const asText = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => `${key} ${count}`)
    .join(", ");

/** Compares what the product holds with what the files say. */
export async function checkOlist(world: OlistWorld, files: OlistFiles, replayed: Replayed): Promise<Check[]> {
  const { pool } = world.house;
  const one = async (text: string, values: unknown[] = []): Promise<number> => {
    const { rows } = await pool.query<{ n: number }>(`select (${text})::int as n`, values);
    return rows[0]?.n ?? -1;
  };
  const grouped = async (text: string, values: unknown[] = []): Promise<string> => {
    const { rows } = await pool.query<{ key: string; n: number }>(text, values);
    return asText(new Map(rows.map(({ key, n }) => [key, Number(n)])));
  };
  const dealsById = new Map(files.leads.map((lead) => [lead.mqlId, lead]));
  const early = files.deals.filter((deal) => deal.wonAt.slice(0, 10) < (dealsById.get(deal.mqlId)?.day ?? "")).length;
  return [
    { name: "leads", expected: files.leads.length, found: await one("select count(*) from lead") },
    {
      name: "won deals",
      expected: files.deals.length,
      found: await one("select count(*) from opportunity where outcome = 'won'"),
    },
    {
      name: "leads by channel",
      expected: asText(countBy(files.leads, ({ origin }) => origin)),
      found: await grouped(
        "select c.name as key, count(*) as n from lead as l join campaign as c on c.id = l.campaign_id group by 1",
      ),
    },
    {
      name: "leads by month of first contact",
      expected: asText(countBy(files.leads, ({ day }) => day.slice(0, 7))),
      found: await grouped(
        "select to_char(captured_at at time zone $1, 'YYYY-MM') as key, count(*) as n from lead group by 1",
        [OLIST_ZONE],
      ),
    },
    {
      name: "wins by channel",
      expected: asText(countBy(files.deals, ({ mqlId }) => dealsById.get(mqlId)?.origin ?? "")),
      found: await grouped(`select c.name as key, count(*) as n from opportunity as o join lead as l on l.id = o.lead_id
        join campaign as c on c.id = l.campaign_id where o.outcome = 'won' group by 1`),
    },
    {
      name: "wins by month",
      expected: asText(countBy(files.deals, ({ wonAt }) => wonAt.slice(0, 7))),
      found: await grouped(
        "select to_char(closed_at at time zone $1, 'YYYY-MM') as key, count(*) as n from opportunity where outcome = 'won' group by 1",
        [OLIST_ZONE],
      ),
    },
    {
      name: "wins by rep",
      expected: asText(countBy(files.deals, ({ rep }) => rep)),
      found: await grouped(
        "select p.name as key, count(*) as n from opportunity as o join person as p on p.id = o.owner_id where o.outcome = 'won' group by 1",
      ),
    },
    {
      name: "leads with not exactly one holder",
      expected: 0,
      found: await one("select count(*) from lead where num_nonnulls(owner_id, pool_id) <> 1"),
    },
    {
      name: "leads whose last move is not their stage",
      expected: 0,
      found: await one(`select count(*) from lead as l where l.stage <> (
        select to_stage from lifecycle_event as e where e.lead_id = l.id and e.opportunity_id is null order by e.recorded_at desc, e.id desc limit 1)`),
    },
    {
      name: "funnel: leads that reached opportunity, by the ledger",
      expected: files.deals.length,
      found: await one("select count(distinct lead_id) from lifecycle_event where to_stage = 'converted'"),
    },
    {
      name: "landing pages kept on the touch",
      expected: files.leads.length,
      found: await one("select count(*) from touch where details::text like '%landing%'"),
    },
    { name: "deals won before their first contact are kept", expected: early, found: replayed.wonBeforeContact },
    ...(await checkCredits(world)),
  ];
}

interface DealRow {
  readonly amount: number;
  readonly openedAt: Date;
  readonly wonAt: Date;
  readonly touches: readonly { id: string; campaign: string; at: string }[];
}

/** The credits of each deal add up to its amount; since most amounts are 0, also to a weight of 1 each. */
async function checkCredits({ house }: OlistWorld): Promise<Check[]> {
  const { rows } = await house.pool.query<DealRow>(`
    select o.amount, o.opened_at as "openedAt", o.closed_at as "wonAt",
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'campaign', t.campaign_id, 'at', t.at))
        from opportunity_contact as p join identifier as i on i.contact_id = p.contact_id
        join touch as t on t.identifier_id = i.id where p.opportunity_id = o.id and t.campaign_id is not null), '[]') as touches
    from opportunity as o where o.outcome = 'won'`);
  return MODELS.flatMap((model) =>
    (
      [
        ["amounts", (row: DealRow) => row.amount],
        ["weights of 1", () => 1],
      ] as const
    ).map(([what, amountOf]) => ({
      name: `credits of each deal add up, ${model}, ${what}`,
      expected: rows.length,
      found: rows.filter((row) => sumOf(attribution(model, dealOf(row, amountOf(row)))) === amountOf(row)).length,
    })),
  );
}

function dealOf(row: DealRow, amount: number): WonDeal {
  const touches: CampaignTouch[] = row.touches.map(({ id, campaign, at }) => ({
    touchId: id,
    campaignId: campaign,
    at: Date.parse(at),
  }));
  return { amount, leadCreatedAt: null, openedAt: row.openedAt.getTime(), wonAt: row.wonAt.getTime(), touches };
}

function sumOf(credits: readonly { readonly amount: number }[]): number {
  return credits.reduce((sum, { amount }) => sum + amount, 0);
}

import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ATTRIBUTION_MODELS } from "@tongzhou/contract/attribution-model";
import { look } from "../../platform/ledger/look.ts";
import { prepareTouchMonths, recordTouches } from "../touches/index.ts";
import { DEFAULT_WINDOW_DAYS, attribution, countingTouches } from "./domain/attribution.ts";
import { openInsightsWorld } from "./insights-world.fixture.ts";
import type { InsightsWorld } from "./insights-world.fixture.ts";
import { findWonDeals } from "./queries/find-won-deals.ts";
import { creditsOf } from "./show-campaign-results.ts";

const DAY = 86_400_000;
const AMOUNT = 268_000_001;

let world: InsightsWorld;
const campaignIds: string[] = [];
/** The identifier of the contact on the deal, and one of somebody else. */
let onDeal: string;
let stranger: string;

beforeAll(async () => {
  world = await openInsightsWorld();
  for (const name of ["白皮书", "直播", "用户大会"]) campaignIds.push(await world.campaign(name, 0));
  const gao = await world.interest("高峰", null);
  onDeal = gao.identifierId;
  stranger = (await world.interest("路人", null)).identifierId;
  await world.win(await world.convert(gao.leadId, world.cast.陈浩), world.cast.陈浩, AMOUNT);
});

const touch = fc.record({
  daysBefore: fc.integer({ min: -2, max: DEFAULT_WINDOW_DAYS + 2 }),
  campaign: fc.constantFrom(null, 0, 1, 2),
  known: fc.boolean(),
});

test("SQL chooses the touches that R-CAMP-3 credits, and the credits add up to the amount in every model", async () => {
  const viewer = await world.viewer(world.cast.何川);
  const now = world.database.house.clock.now();
  const at = (daysBefore: number): Date => new Date(now.getTime() - daysBefore * DAY);
  await prepareTouchMonths(world.database.house, [at(-3), at(DEFAULT_WINDOW_DAYS + 3)]);
  await fc.assert(
    fc.asyncProperty(fc.array(touch, { maxLength: 12 }), async (touches) => {
      await world.act(async (context) => {
        await context.client.query("delete from touch");
        await recordTouches(
          context,
          touches.map(({ daysBefore, campaign, known }) => ({
            identifierId: known ? onDeal : stranger,
            campaignId: campaign === null ? null : (campaignIds[campaign] ?? null),
            at: at(daysBefore),
            kind: "form",
          })),
        );
      });
      const period = { from: at(1), to: at(-1) };
      const deals = await look(world.database.house, "job", ({ tx }) => findWonDeals({ tx, viewer }, period, "CNY"));
      const [deal] = deals;
      if (!deal) throw new Error("the deal is gone");
      const expected = touches
        .filter(({ known, campaign }) => known && campaign !== null)
        .filter(({ daysBefore }) => daysBefore > 0 && daysBefore <= DEFAULT_WINDOW_DAYS)
        .map(({ daysBefore, campaign }) => `${at(daysBefore).getTime()} ${campaignIds[campaign ?? 0]}`);
      expect(
        countingTouches(deal)
          .map((one) => `${one.at} ${one.campaignId}`)
          .toSorted(),
      ).toEqual(expected.toSorted());
      for (const model of ATTRIBUTION_MODELS) {
        expect(attribution(model, deal).reduce((sum, { amount }) => sum + amount, 0)).toBe(AMOUNT);
        expect([...creditsOf(deals, model).values()].reduce((sum, amount) => sum + amount, 0)).toBe(AMOUNT);
      }
    }),
    { numRuns: 60 },
  );
});

import company from "../../../../db/demo/company.json" with { type: "json" };
import customers from "../../../../db/demo/customers.json" with { type: "json" };
import { movableClock } from "../../platform/clock.ts";
import type { Subscription } from "../../platform/events/subscription.ts";
import type { House } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import { SET_TARGET, setTarget } from "../insights/index.ts";
import { findOpportunityTypes } from "../opportunities/index.ts";
import { findInForce } from "../standards/index.ts";
import { prepareTouchMonths } from "../touches/index.ts";
import { addFields } from "./add-fields.ts";
import { Chance } from "./domain/chance.ts";
import { planArrivals } from "./domain/plan-arrivals.ts";
import { foundDemo } from "./found-demo.ts";
import { DemoHouse } from "./life/demo-house.ts";
import { liveTheYear } from "./life/live-the-year.ts";
import type { Year } from "./life/live-the-year.ts";
import { markDemo } from "./mark-demo.ts";
import { DEMO_OFFSET_MS, TEN_THOUSAND_YUAN, dayBefore, idOf, prepareDemo } from "./prepare-demo.ts";
import type { PreparedDemo } from "./prepare-demo.ts";

const SEED = 20_251_121;
const WORDS_SEED = 7;
const ARRIVALS = 2150;
const DAYS = 365;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** 万 yuan, where nobody said what it is about. */
const USUAL_PRICE = 50;
/** The company's mornings are at 9:24, the moment of the mock-ups. */
const MORNING_MS = (9 * 60 + 24) * MINUTE_MS;
/** The earliest touch is older than the first arrival by some days, and the company is founded before both. */
const DAYS_BEFORE = 20;

export interface DemoOptions {
  /** What follows events, as the program's jobs would. */
  readonly subscriptions: readonly Subscription[];
  readonly progress?: (line: string) => void;
  /** The moment the year leads up to; the present one unless said. */
  readonly now?: Date;
  /** About how many show interest in the year. */
  readonly arrivals?: number;
}

/**
 * Makes the company 云帆智能 and its last twelve months by driving the use cases under a clock that moves up to now. The same
 * moment gives the same company: every chance comes from one seed. The database must be empty.
 */
export async function loadDemo(real: House, options: DemoOptions): Promise<void> {
  const { progress = () => undefined, now = real.clock.now(), arrivals: count = ARRIVALS } = options;
  const today = lastMorning(now);
  const clock = movableClock(new Date(today.getTime() - (DAYS + 6) * DAY_MS));
  progress(`loading the demo company ${company.name} …`);
  await markDemo(real, "begun");
  const demo = await DemoHouse.open(real, clock, options.subscriptions);
  try {
    const founded = await foundDemo(demo, company);
    const prepared = await prepareDemo(demo, company, founded, today);
    await prepareTouchMonths(demo.house, [new Date(today.getTime() - (DAYS + DAYS_BEFORE) * DAY_MS), now]);
    await setTargets(demo, prepared);
    await demo.answerEvents();
    const chance = new Chance(SEED);
    const arrivals = planArrivals(chance, company, customers, {
      count,
      weekdayOf: (daysAgo) => new Date(today.getTime() - daysAgo * DAY_MS + DEMO_OFFSET_MS).getUTCDay(),
      elapsedMinutes: (now.getTime() - today.getTime()) / MINUTE_MS,
    });
    await liveTheYear(await beginYear(demo, prepared, { arrivals, chance, now, progress }));
    await addFields(demo, company, prepared);
    await demo.answerEvents();
  } finally {
    await demo.close();
  }
  await real.pool.query("analyze");
  await markDemo(real, "loaded", { now: now.toISOString() });
}

/** The latest 9:24 of the company that is not in the future. */
function lastMorning(now: Date): Date {
  const sinceMidnight = (now.getTime() + DEMO_OFFSET_MS) % DAY_MS;
  const morning = now.getTime() - sinceMidnight + MORNING_MS;
  return new Date(morning > now.getTime() ? morning - DAY_MS : morning);
}

type Planned = Pick<Year, "arrivals" | "now" | "progress"> & { readonly chance: Chance };

async function beginYear(demo: DemoHouse, prepared: PreparedDemo, { chance, ...planned }: Planned): Promise<Year> {
  const { reasons, stages } = await look(demo.house, "job", async (context) => ({
    reasons: (await findInForce(context))?.content.rejectReasons ?? [],
    stages: (await findOpportunityTypes(context))[0]?.stages.map(({ id }) => id) ?? [],
  }));
  const prices = new Map(company.productLines.map(({ key, price }) => [key, price]));
  const met = { qualities: new Map<string, number>(), lines: new Map<string, string | null>() };
  return {
    ...planned,
    demo,
    company,
    prepared,
    days: DAYS,
    lore: { qualities: met.qualities, reasons, chance, words: new Chance(WORDS_SEED) },
    met,
    stages,
    priceOf: (leadId) => prices.get(met.lines.get(leadId) ?? "") ?? USUAL_PRICE,
  };
}

async function setTargets(demo: DemoHouse, { people, today }: PreparedDemo): Promise<void> {
  const manager = idOf(people, "zhaolei");
  const months = new Set(Array.from({ length: DAYS + 31 }, (_, day) => dayBefore(today, DAYS - day).slice(0, 7)));
  for (const month of months) {
    const to = company.targets.monthly * TEN_THOUSAND_YUAN;
    await demo.actAs(manager, SET_TARGET, (context) => setTarget(context, { month, teamId: null }, { from: null, to }));
  }
}

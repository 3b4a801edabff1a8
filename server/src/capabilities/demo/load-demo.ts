import company from "../../../../db/demo/company.json" with { type: "json" };
import customers from "../../../../db/demo/customers.json" with { type: "json" };
import { movableClock } from "../../platform/clock.ts";
import type { Subscription } from "../../platform/events/subscription.ts";
import type { House } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { SET_TARGET, setTarget } from "../insights/index.ts";
import { findOpportunityTypes } from "../opportunities/index.ts";
import { findInForce } from "../standards/index.ts";
import { Chance } from "./domain/chance.ts";
import type { DemoArrival } from "./domain/demo-book.ts";
import { planArrivals } from "./domain/plan-arrivals.ts";
import { LOADED } from "./demo.queries.ts";
import { DemoHouse } from "./life/demo-house.ts";
import { foundDemo } from "./found-demo.ts";
import { greetArrivals } from "./greet-arrivals.ts";
import { TEN_THOUSAND_YUAN, dayBefore, idOf, prepareDemo } from "./prepare-demo.ts";
import type { PreparedDemo } from "./prepare-demo.ts";
import { runCampaigns } from "./run-campaigns.ts";
import { workDeals } from "./work-deals.ts";
import { answerLeads, callLeads, convertTaken } from "./life/work-leads.ts";
import type { LeadLore } from "./life/work-leads.ts";

/** Marks a database as holding the demo; everything in it is the demo's. */
const LOAD_DEMO = operationKind(LOADED, { notUndoable: "undo.demo" });
const SEED = 20_251_121;
const LEADS = 2000;
const DAYS = 365;
const MINUTES_A_DAY = 1440;
const MINUTE_MS = 60_000;

export interface DemoOptions {
  /** What follows events, as the program's jobs would. */
  readonly subscriptions: readonly Subscription[];
  readonly progress?: (line: string) => void;
  /** The morning the year leads up to; now unless said. */
  readonly today?: Date;
  readonly leads?: number;
}

/**
 * Makes the company 云帆智能 and its last twelve months by driving the use cases under a clock that moves up to today. The same
 * day gives the same company: every chance comes from one seed.
 */
export async function loadDemo(real: House, options: DemoOptions): Promise<void> {
  const { progress = () => undefined, today = real.clock.now(), leads = LEADS } = options;
  const clock = movableClock(new Date(today.getTime() - (DAYS + 6) * MINUTES_A_DAY * MINUTE_MS));
  const demo = await DemoHouse.open(real, clock, options.subscriptions);
  progress(`loading the demo company ${company.name} …`);
  const founded = await foundDemo(demo, company);
  const prepared = await prepareDemo(demo, company, founded, today);
  await setTargets(demo, prepared);
  await demo.answerEvents();
  const chance = new Chance(SEED);
  const weekday = (daysAgo: number): number =>
    new Date(today.getTime() - daysAgo * MINUTES_A_DAY * MINUTE_MS).getUTCDay();
  const arrivals = planArrivals(chance, company, customers, leads, weekday);
  await liveTheYear(demo, prepared, arrivals, chance, weekday, progress);
  await demo.actAsSystem(LOAD_DEMO, (context) =>
    context.summarise({ leads: arrivals.length, today: today.toISOString() }),
  );
}

async function setTargets(demo: DemoHouse, { people, today }: PreparedDemo): Promise<void> {
  const manager = idOf(people, "zhaolei");
  const months = new Set(Array.from({ length: DAYS + 31 }, (_, day) => dayBefore(today, DAYS - day).slice(0, 7)));
  for (const month of months) {
    const to = company.targets.monthly * TEN_THOUSAND_YUAN;
    await demo.actAs(manager, SET_TARGET, (context) => setTarget(context, { month, teamId: null }, { from: null, to }));
  }
}

async function liveTheYear(
  demo: DemoHouse,
  prepared: PreparedDemo,
  arrivals: readonly DemoArrival[],
  chance: Chance,
  weekdayOf: (daysAgo: number) => number,
  progress: (line: string) => void,
): Promise<void> {
  const [reasons, stages] = await look(
    demo.house,
    "job",
    async (context) =>
      [
        (await findInForce(context))?.content.rejectReasons ?? [],
        (await findOpportunityTypes(context))[0]?.stages.map(({ id }) => id) ?? [],
      ] as const,
  );
  const qualities = new Map<string, number>();
  const lines = new Map<string, string | null>();
  const lore: LeadLore = { qualities, reasons, chance };
  const prices = new Map(company.productLines.map(({ key, price }) => [key, price]));
  const priceOf = (leadId: string): number => prices.get(lines.get(leadId) ?? "") ?? 80;
  const at = (daysAgo: number, minutes: number): void => {
    const wanted = prepared.today.getTime() - (daysAgo * MINUTES_A_DAY - minutes) * MINUTE_MS;
    demo.clock.moveTo(new Date(Math.max(demo.clock.now().getTime() + 1000, wanted)));
  };
  const lastWorkday = [1, 2, 3].find((daysAgo) => ![0, 6].includes(weekdayOf(daysAgo)));
  let next = 0;
  for (let daysAgo = DAYS; daysAgo >= 0; daysAgo--) {
    const working = ![0, 6].includes(weekdayOf(daysAgo));
    at(daysAgo, -20);
    await runCampaigns(demo, company, prepared, daysAgo);
    // Whatever came since yesterday is taken in now, each at its own moment.
    const upTo = arrivals.findIndex((one, place) => place >= next && one.minutesAgo < daysAgo * MINUTES_A_DAY);
    const due = arrivals.slice(next, upTo < 0 ? arrivals.length : upTo);
    next += due.length;
    at(daysAgo, 0);
    for (const { leadId, quality, lineKey } of await greetArrivals(demo, prepared, due)) {
      qualities.set(leadId, quality);
      lines.set(leadId, lineKey);
    }
    await demo.answerEvents();
    if (!working || daysAgo === 0) continue;
    await workADay(demo, prepared, lore, { stages, priceOf, daysAgo, at, isLast: daysAgo === lastWorkday });
    if (daysAgo % 60 === 0) progress(`  … ${Math.round(((DAYS - daysAgo) / DAYS) * 100)} %`);
  }
}

interface Workday {
  readonly stages: readonly string[];
  readonly priceOf: (leadId: string) => number;
  readonly daysAgo: number;
  readonly at: (daysAgo: number, minutes: number) => void;
  /** What is passed on then still waits for an answer when the demo opens, so that Today has something to do. */
  readonly isLast: boolean;
}

async function workADay(demo: DemoHouse, prepared: PreparedDemo, lore: LeadLore, day: Workday): Promise<void> {
  const { stages, priceOf, daysAgo, at, isLast } = day;
  at(daysAgo, 9);
  await answerLeads(demo, lore, demo.clock.now());
  await demo.answerEvents();
  at(daysAgo, 30);
  await callLeads(demo, idOf(prepared.people, "zhoumin"), lore);
  await demo.answerEvents();
  if (isLast) return;
  at(daysAgo, 120);
  await answerLeads(demo, lore, demo.clock.now());
  if (daysAgo % 3 === 0) {
    at(daysAgo, 240);
    await convertTaken(demo, lore, prepared.today, priceOf);
    at(daysAgo, 300);
    await workDeals(demo, stages, lore);
  }
  await demo.answerEvents();
}

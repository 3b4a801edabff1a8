import { advanceDecayed } from "../../capture/index.ts";
import { READ_NOTIFICATIONS, markRead } from "../../notifications/index.ts";
import { isOnDuty } from "../../standards/index.ts";
import type { DemoArrival, DemoCompany } from "../domain/demo-book.ts";
import { workingMomentsBefore } from "../domain/working-moments-before.ts";
import { greetArrivals } from "../greet-arrivals.ts";
import { DEMO_OFFSET_MS, idOf } from "../prepare-demo.ts";
import type { PreparedDemo } from "../prepare-demo.ts";
import { runCampaigns } from "../run-campaigns.ts";
import { workDeals } from "../work-deals.ts";
import type { DemoHouse } from "./demo-house.ts";
import { answerLeads, callLeads, convertTaken, passTheBest } from "./work-leads.ts";
import type { LeadLore } from "./work-leads.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Scores step down every minute in the real house; once in four weeks keeps grades believable. */
const DECAY_DAYS = 28;
const DEALS_EVERY_DAYS = 6;
/** The last weeks are lived day by day. */
const RECENT_DAYS = 35;
/** Monday, Wednesday, Friday. */
const MEETING_DAYS: ReadonlySet<number> = new Set([1, 3, 5]);
const PROGRESS_DAYS = 60;

/**
 * Working minutes before the moment of loading at which 周敏 still passed a lead to each rep. Nobody answers those, so
 * whoever signs in finds leads waiting, their clocks running, whatever weekday or hour it is.
 */
const STILL_WAITING = [125, 70, 44, 31, 17, 6];
/** What the last days leave for her own list. */
const LEFT_TO_CALL = 22;
const LEAVING_FROM_DAYS = 4;

export interface Year {
  readonly demo: DemoHouse;
  readonly company: DemoCompany;
  readonly prepared: PreparedDemo;
  /** The oldest first. */
  readonly arrivals: readonly DemoArrival[];
  readonly days: number;
  /** The moment of loading. */
  readonly now: Date;
  readonly lore: LeadLore;
  /** Filled as leads come: what the plan says of them. */
  readonly met: { readonly qualities: Map<string, number>; readonly lines: Map<string, string | null> };
  readonly stages: readonly string[];
  readonly priceOf: (leadId: string) => number;
  readonly progress: (line: string) => void;
}

interface Step {
  readonly at: number;
  readonly run: () => Promise<void>;
}

/** Everything that happens in the year, in its order, each under its moment; what follows from it happens right after. */
export async function liveTheYear(year: Year): Promise<void> {
  const { demo, now, company } = year;
  const moments = workingMomentsBefore(now, STILL_WAITING, (at) => isOnDuty(at, company.timeZone));
  const handsOff = Math.min(...moments.map((moment) => moment.getTime()));
  const greeting = greetOf(year);
  const steps = [
    ...dailySteps(year, handsOff, greeting),
    { at: handsOff - MINUTE_MS, run: () => readNotices(year) },
    ...moments.map((moment) => ({ at: moment.getTime(), run: () => passOne(year, greeting) })),
    { at: now.getTime() - 2 * MINUTE_MS, run: greeting },
    { at: now.getTime() - MINUTE_MS, run: () => decay(year) },
  ]
    .filter(({ at }) => at < now.getTime())
    .toSorted((a, b) => a.at - b.at);
  for (const { at, run } of steps) {
    demo.clock.moveTo(new Date(Math.max(demo.clock.now().getTime() + 1000, at)));
    await run();
    await demo.answerEvents();
  }
  await demo.answerKeptEvents();
}

function dailySteps(year: Year, handsOff: number, greeting: Step["run"]): Step[] {
  const { demo, company, prepared, lore, stages, priceOf, days, progress } = year;
  const sdr = idOf(prepared.people, "zhoumin");
  const isWorking = (at: Date): boolean => isOnDuty(at, company.timeZone);
  const steps: Step[] = [];
  let dealsAgo = days;
  for (let daysAgo = days; daysAgo >= 0; daysAgo--) {
    const morning = prepared.today.getTime() - daysAgo * DAY_MS;
    const at = (minutes: number, run: Step["run"]): void => void steps.push({ at: morning + minutes * MINUTE_MS, run });
    at(-20, () => runCampaigns(demo, company, prepared, daysAgo));
    if (daysAgo > 0 && daysAgo % DECAY_DAYS === 0) at(-300, () => decay(year));
    if (daysAgo > 0 && daysAgo % PROGRESS_DAYS === 0)
      at(600, async () => progress(`  … ${Math.round(((days - daysAgo) / days) * 100)} %`));
    if (daysAgo <= RECENT_DAYS) at(0, greeting);
    if (!isWorking(new Date(morning + HOUR_MS)) || !meetsOn(morning, daysAgo)) continue;
    if (daysAgo > RECENT_DAYS) at(0, greeting);
    const work = (minutes: number, run: Step["run"]): void => {
      if (morning + minutes * MINUTE_MS < handsOff) at(minutes, run);
    };
    const left = morning > handsOff - LEAVING_FROM_DAYS * DAY_MS ? LEFT_TO_CALL : 0;
    work(6, () => callLeads(demo, sdr, lore, { leave: left, isRecent: daysAgo <= RECENT_DAYS }));
    work(90, () => answerLeads(demo, lore, daysAgo <= RECENT_DAYS));
    if (dealsAgo - daysAgo < DEALS_EVERY_DAYS) continue;
    dealsAgo = daysAgo;
    work(240, () => convertTaken(demo, lore, prepared.today, priceOf));
    work(300, () => workDeals(demo, stages, lore, daysAgo <= RECENT_DAYS));
  }
  return steps;
}

/** Of long ago only every second working day is lived: what came between is taken up with the next. */
const meetsOn = (morning: number, daysAgo: number): boolean =>
  daysAgo <= RECENT_DAYS || MEETING_DAYS.has(new Date(morning + DEMO_OFFSET_MS).getUTCDay());

/** Takes in whoever has come since the last time, each at their own moment. */
function greetOf({ demo, prepared, arrivals, met }: Year): Step["run"] {
  let next = 0;
  return async () => {
    const upTo = (prepared.today.getTime() - demo.clock.now().getTime()) / MINUTE_MS;
    const first = next;
    while (next < arrivals.length && (arrivals[next]?.minutesAgo ?? 0) >= upTo) next++;
    for (const { leadId, quality, lineKey } of await greetArrivals(demo, prepared, arrivals.slice(first, next))) {
      met.qualities.set(leadId, quality);
      met.lines.set(leadId, lineKey);
    }
  };
}

async function passOne({ demo, prepared, lore }: Year, greeting: Step["run"]): Promise<void> {
  await greeting();
  await demo.answerEvents();
  const reps = ["chenhao", "wangqian"].map((key) => idOf(prepared.people, key));
  await passTheBest(demo, idOf(prepared.people, "zhoumin"), lore, reps);
}

/** Everybody has read what they were told, up to the last hours. */
async function readNotices({ demo, prepared }: Year): Promise<void> {
  await Promise.all(
    [...prepared.people.values()].map((personId) =>
      demo.actAs(personId, READ_NOTIFICATIONS, (context) => markRead(context, undefined)),
    ),
  );
}

async function decay({ demo: { house } }: Year): Promise<void> {
  await advanceDecayed({ house, signal: new AbortController().signal });
}

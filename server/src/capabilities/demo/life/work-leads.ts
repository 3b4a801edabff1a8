import type { RejectReason } from "@tongzhou/contract/lead-standard";
import {
  ACCEPT_LEADS,
  DECLINE_LEADS,
  DISQUALIFY_LEADS,
  PARK_LEADS,
  PASS_ON_LEADS,
  TAKE_LEADS,
  acceptLeads,
  declineLeads,
  disqualifyLeads,
  parkLeads,
  passOnLeads,
  takeLeads,
} from "../../leads/index.ts";
import { CONVERT_LEAD, convertLeads } from "../../opportunities/index.ts";
import type { Chance } from "../domain/chance.ts";
import type { DemoHouse } from "./demo-house.ts";
import { findWaiting } from "../demo.queries.ts";
import type { WaitingLead } from "../demo.queries.ts";
import { dayBefore, TEN_THOUSAND_YUAN } from "../prepare-demo.ts";

const MILLISECONDS_A_DAY = 86_400_000;
const CALLS_A_DAY = 24;
const PARKED_DAYS = 45;

/** What the plan knows of the leads. */
export interface LeadLore {
  readonly qualities: ReadonlyMap<string, number>;
  readonly reasons: readonly RejectReason[];
  readonly chance: Chance;
}

const grouped = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups];
};

/** 周敏 calls what waits in her pool, the oldest first: she passes good ones on, parks the early ones, ends the false ones. */
export async function callLeads(
  demo: DemoHouse,
  sdrId: string,
  { qualities, reasons, chance }: LeadLore,
): Promise<void> {
  const waiting = (await findWaiting(demo.house, "qualifying")).slice(0, CALLS_A_DAY);
  if (waiting.length === 0) return;
  const ids = waiting.map(({ id }) => id);
  await demo.actAs(sdrId, TAKE_LEADS, (context) => takeLeads(context, ids));
  const outcomes = grouped(ids, (id) => {
    const drawn = chance.next() - ((qualities.get(id) ?? 0.4) - 0.5) * 0.7;
    return drawn < 0.46 ? "pass" : drawn < 0.8 ? "park" : "out";
  });
  for (const [outcome, chosen] of outcomes) {
    demo.clock.advance(20 * 60_000);
    if (outcome === "pass") {
      await demo.actAs(sdrId, PASS_ON_LEADS, (context) =>
        passOnLeads(context, chosen, { repId: null, note: "需求清楚，愿意谈" }),
      );
    } else if (outcome === "park") {
      const until = new Date(demo.clock.now().getTime() + PARKED_DAYS * MILLISECONDS_A_DAY).toISOString();
      await demo.actAs(sdrId, PARK_LEADS, (context) =>
        parkLeads(context, chosen, { until, note: "今年没有预算，明年再看" }),
      );
    } else {
      const details = { reason: "invalid", note: "空号或同行" };
      await demo.actAs(sdrId, DISQUALIFY_LEADS, (context) => disqualifyLeads(context, chosen, details, reasons));
    }
  }
}

/** Each rep answers what he was asked: most are taken, some come back with a reason. */
export async function answerLeads(
  demo: DemoHouse,
  { qualities, reasons, chance }: LeadLore,
  olderThan: Date,
): Promise<void> {
  const waiting = (await findWaiting(demo.house, "assigned")).filter(({ since }) => since <= olderThan);
  for (const [repId, own] of grouped(waiting, ({ ownerId }) => ownerId ?? "")) {
    const answers = grouped(own, ({ id }) => answerOf(chance, qualities.get(id) ?? 0.4));
    for (const [answer, leads] of answers) {
      demo.clock.advance(2 * 60_000);
      const ids = leads.map(({ id }) => id);
      if (answer === "accept") await demo.actAs(repId, ACCEPT_LEADS, (context) => acceptLeads(context, ids));
      else {
        const decline = { reason: answer, note: NOTES[answer] ?? null, otherRecordId: null };
        await demo.actAs(repId, DECLINE_LEADS, (context) => declineLeads(context, ids, decline, reasons));
      }
    }
  }
}

const NOTES: Readonly<Record<string, string>> = {
  not_ready: "项目明年三月才立项",
  no_interest: "只是来要资料",
  invalid: "电话打不通",
};

function answerOf(chance: Chance, quality: number): string {
  if (chance.happens(0.52 + 0.42 * quality)) return "accept";
  return chance.weighted(["not_ready", "no_interest", "invalid"], (reason) =>
    reason === "not_ready" ? 5 : reason === "no_interest" ? 3 : 2,
  );
}

/** Taken leads become opportunities after some days, or are given back. */
export async function convertTaken(
  demo: DemoHouse,
  { qualities, reasons, chance }: LeadLore,
  today: Date,
  priceOf: (leadId: string) => number,
): Promise<void> {
  const now = demo.clock.now().getTime();
  const ripe = (await findWaiting(demo.house, "sql")).filter(
    ({ since }) => now - since.getTime() > 4 * MILLISECONDS_A_DAY,
  );
  const decided = grouped(ripe, ({ id }) =>
    chance.happens(0.03 + 0.1 * (qualities.get(id) ?? 0.4)) ? "convert" : chance.happens(0.1) ? "back" : "wait",
  );
  for (const [what, leads] of decided) {
    for (const [repId, own] of grouped(leads, ({ ownerId }) => ownerId ?? "")) {
      if (what === "convert") await convert(demo, repId, own, chance, today, priceOf);
      if (what === "back") {
        const decline = { reason: "not_ready", note: "谈过一次，今年上不了", otherRecordId: null };
        await demo.actAs(repId, DECLINE_LEADS, (context) =>
          declineLeads(
            context,
            own.map(({ id }) => id),
            decline,
            reasons,
          ),
        );
      }
    }
  }
}

async function convert(
  demo: DemoHouse,
  repId: string,
  leads: readonly WaitingLead[],
  chance: Chance,
  today: Date,
  priceOf: (leadId: string) => number,
): Promise<void> {
  const daysAgo = Math.round((today.getTime() - demo.clock.now().getTime()) / MILLISECONDS_A_DAY);
  const conversions = leads.map(({ id }) => ({
    leadId: id,
    accountConfirmed: true,
    amount: Math.round(priceOf(id) * (0.5 + chance.next() * 1.6)) * TEN_THOUSAND_YUAN,
    expectedCloseOn: dayBefore(today, daysAgo - chance.between(30, 90)),
    nextStep: chance.pick(["安排样机试用", "约技术交流", "提交初步方案", "带去同行现场看看"]),
    nextStepOn: dayBefore(today, daysAgo - chance.between(3, 10)),
  }));
  await demo.actAs(repId, CONVERT_LEAD, (context) => convertLeads(context, conversions));
}

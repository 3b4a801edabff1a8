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
import type { Conversion } from "../../opportunities/index.ts";
import type { Chance } from "../domain/chance.ts";
import { grouped } from "../domain/grouped.ts";
import { firstCallOf, noteWork, repCallOf } from "./note-work.ts";
import type { DemoHouse } from "./demo-house.ts";
import { findWaiting } from "../demo.queries.ts";
import { dayBefore, TEN_THOUSAND_YUAN } from "../prepare-demo.ts";

const MILLISECONDS_A_DAY = 86_400_000;
const MINUTE_MS = 60_000;
/** What 周敏 manages on a day. */
const CALLS_A_DAY = 24;
const PARKED_DAYS = 45;

/** What the plan knows of the leads. */
export interface LeadLore {
  readonly qualities: ReadonlyMap<string, number>;
  readonly reasons: readonly RejectReason[];
  readonly chance: Chance;
  /** For what is written of the work; apart, so that what happens does not hang on it. */
  readonly words: Chance;
}

/**
 * 周敏 calls what waits in her pool, the oldest first: she passes good ones on, parks the early ones, ends the false ones.
 * @param leave so many of the newest wait for another day.
 * @param isRecent whether what is noted of the calls may still be read.
 */
export async function callLeads(
  demo: DemoHouse,
  sdrId: string,
  lore: LeadLore,
  { leave, isRecent }: { readonly leave: number; readonly isRecent: boolean },
): Promise<void> {
  const { qualities, reasons, chance } = lore;
  const pool = await findWaiting(demo.house, "qualifying");
  const ids = pool.slice(0, Math.max(0, Math.min(CALLS_A_DAY, pool.length - leave))).map(({ id }) => id);
  if (ids.length === 0) return;
  await demo.actAs(sdrId, TAKE_LEADS, (context) => takeLeads(context, ids));
  if (isRecent) {
    await noteWork(
      demo,
      sdrId,
      ids.map((id) => firstCallOf(lore.words, id)),
    );
    // A call that was answered wakes whoever is in nurture, so it is heard before they are put there.
    await demo.answerEvents();
  }
  demo.clock.advance(60 * MINUTE_MS);
  const outcomes = grouped(ids, (id) => {
    const drawn = chance.next() - ((qualities.get(id) ?? 0.4) - 0.5) * 0.7;
    return drawn < 0.46 ? "pass" : drawn < 0.8 ? "park" : "out";
  });
  const until = new Date(demo.clock.now().getTime() + PARKED_DAYS * MILLISECONDS_A_DAY).toISOString();
  const ended = { reason: "invalid", note: "空号或同行" };
  // Each lead has one outcome, so the acts do not touch each other.
  await Promise.all(
    outcomes.map(async ([outcome, chosen]) => {
      if (outcome === "pass") await passOn(demo, sdrId, chosen, null);
      else if (outcome === "park")
        await demo.actAs(sdrId, PARK_LEADS, (context) =>
          parkLeads(context, chosen, { until, note: "今年没有预算，明年再看" }),
        );
      else await demo.actAs(sdrId, DISQUALIFY_LEADS, (context) => disqualifyLeads(context, chosen, ended, reasons));
    }),
  );
}

/** 周敏 passes the likeliest of those that came last to these reps, one each, and has no time for more. */
export async function passTheBest(
  demo: DemoHouse,
  sdrId: string,
  { qualities }: LeadLore,
  repIds: readonly string[],
): Promise<void> {
  const waiting = (await findWaiting(demo.house, "qualifying")).filter(({ ownerId }) => ownerId === null);
  const best = waiting
    .toSorted((a, b) => (qualities.get(b.id) ?? 0) - (qualities.get(a.id) ?? 0))
    .slice(0, repIds.length)
    .map(({ id }) => id);
  if (best.length === 0) return;
  await demo.actAs(sdrId, TAKE_LEADS, (context) => takeLeads(context, best));
  for (const [place, id] of best.entries()) await passOn(demo, sdrId, [id], repIds[place] ?? null);
}

async function passOn(demo: DemoHouse, sdrId: string, leadIds: readonly string[], repId: string | null): Promise<void> {
  await demo.actAs(sdrId, PASS_ON_LEADS, (context) =>
    passOnLeads(context, leadIds, { repId, note: "需求清楚，愿意谈" }),
  );
}

/** Each rep answers what he was asked: most are taken, some come back with a reason. */
export async function answerLeads(
  demo: DemoHouse,
  { qualities, reasons, chance, words }: LeadLore,
  isRecent: boolean,
): Promise<void> {
  const waiting = await findWaiting(demo.house, "assigned");
  const answers = grouped(waiting, ({ ownerId }) => ownerId ?? "").flatMap(([repId, own]) =>
    grouped(own, ({ id }) => answerOf(chance, qualities.get(id) ?? 0.4)).map(([answer, leads]) => ({
      repId,
      answer,
      ids: leads.map(({ id }) => id),
    })),
  );
  await Promise.all(
    answers.map(async ({ repId, answer, ids }) => {
      if (answer === "accept") {
        await demo.actAs(repId, ACCEPT_LEADS, (context) => acceptLeads(context, ids));
        if (isRecent)
          await noteWork(
            demo,
            repId,
            ids.map((id) => repCallOf(words, id)),
          );
        return;
      }
      const decline = { reason: answer, note: NOTES[answer] ?? null, otherRecordId: null };
      return demo.actAs(repId, DECLINE_LEADS, (context) => declineLeads(context, ids, decline, reasons));
    }),
  );
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
    chance.happens(0.04 + 0.12 * (qualities.get(id) ?? 0.4)) ? "convert" : chance.happens(0.22) ? "back" : "wait",
  );
  const given = { reason: "not_ready", note: "谈过一次，今年上不了", otherRecordId: null };
  const acts = decided.flatMap(([what, leads]) =>
    grouped(leads, ({ ownerId }) => ownerId ?? "").map(async ([repId, own]) => {
      const ids = own.map(({ id }) => id);
      if (what === "back")
        await demo.actAs(repId, DECLINE_LEADS, (context) => declineLeads(context, ids, given, reasons));
      if (what === "convert") {
        const conversions = ids.map((id) => conversionOf(id, demo.clock.now(), chance, today, priceOf));
        await demo.actAs(repId, CONVERT_LEAD, (context) => convertLeads(context, conversions));
      }
    }),
  );
  await Promise.all(acts);
}

/** What a rep writes of a deal when it begins. */
function conversionOf(
  leadId: string,
  now: Date,
  chance: Chance,
  today: Date,
  priceOf: (leadId: string) => number,
): Conversion {
  const daysAgo = Math.round((today.getTime() - now.getTime()) / MILLISECONDS_A_DAY);
  return {
    leadId,
    accountConfirmed: true,
    amount: Math.round(priceOf(leadId) * (0.5 + chance.next() * 1.6)) * TEN_THOUSAND_YUAN,
    expectedCloseOn: dayBefore(today, daysAgo - chance.between(50, 120)),
    nextStep: chance.pick(["安排样机试用", "约技术交流", "提交初步方案", "带去同行现场看看"]),
    nextStepOn: dayBefore(today, daysAgo - chance.between(3, 10)),
  };
}

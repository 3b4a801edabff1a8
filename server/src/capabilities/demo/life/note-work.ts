import type { NewActivity } from "@tongzhou/contract/activities";
import { LOG_ACTIVITY, logActivity } from "../../activities/index.ts";
import type { Chance } from "../domain/chance.ts";
import type { DemoHouse } from "./demo-house.ts";

/** One of several calls finds nobody. */
const NO_ANSWER = 0.25;

const FIRST_CALLS = [
  "问了现场情况，想先看同行案例",
  "他们明年要做无人值守，预算在走流程",
  "确认了工况，要防爆证书和价格区间",
  "还在比较几家，让先发资料",
  "负责设备的同事在出差，约下周再谈",
];
const REP_CALLS = [
  "约了下周现场看点位",
  "要两页方案，周五前给",
  "关心续航和夜间巡检，已答复",
  "技术部门也要参加，改约线上会",
];
const VISITS = [
  "带样机走了一遍现场，温度点位没问题",
  "和设备科过了方案，要补一份运维报价",
  "见到分管副总，认可试用计划",
  "技术交流两小时，提了三个改造点",
];

const blank = { contactId: null, channel: null, outcome: null, at: null, nextOn: null, nextStep: null, accept: false };

function callOf(chance: Chance, leadId: string, answers: readonly string[]): NewActivity {
  const isMissed = chance.happens(NO_ANSWER);
  return {
    ...blank,
    object: "lead",
    recordId: leadId,
    kind: "call",
    outcome: isMissed ? "no_answer" : "reached",
    text: isMissed ? null : chance.pick(answers),
  };
}

/** The SDR's first call to a lead. */
export const firstCallOf = (chance: Chance, leadId: string): NewActivity => callOf(chance, leadId, FIRST_CALLS);

/** A rep's first call to a lead just taken. */
export const repCallOf = (chance: Chance, leadId: string): NewActivity => callOf(chance, leadId, REP_CALLS);

/** A rep was with the customer of a deal. */
export const visitOf = (chance: Chance, opportunityId: string, contactId: string, at: Date): NewActivity => ({
  ...blank,
  object: "opportunity",
  recordId: opportunityId,
  contactId,
  kind: "visit",
  outcome: "held",
  text: chance.pick(VISITS),
  at: at.toISOString(),
});

/** Somebody notes what they did, all of it in one act. */
export async function noteWork(demo: DemoHouse, personId: string, work: readonly NewActivity[]): Promise<void> {
  if (work.length === 0) return;
  await demo.actAs(personId, LOG_ACTIVITY, async (context) => {
    for (const one of work) await logActivity(context, one);
  });
}

import { setTimeout as sleep } from "node:timers/promises";
import { captureLeads, SINGLE_ARRIVAL } from "../server/src/capabilities/capture/index.ts";
import type { CaptureDraft } from "../server/src/capabilities/capture/index.ts";
import { companyKey, sortCompanyName } from "../server/src/capabilities/accounts/index.ts";
import { normaliseIdentifier, sortName } from "../server/src/capabilities/contacts/index.ts";
import { prepareTouchMonths } from "../server/src/capabilities/touches/index.ts";
import type { House } from "../server/src/platform/ledger/context.ts";
import { operate } from "../server/src/platform/ledger/operate.ts";
import { operationKind } from "../server/src/platform/ledger/operation-kind.ts";

const FORM = operationKind("bench.form", SINGLE_ARRIVAL);
/** Arrivals end here even when the work has not: a machine that cannot keep up would pile them up for ever. */
const MOST_FORMS = 500;
/** Prefix of phones that no file of the bench has. */
const FORM_PREFIX = "199";

/**
 * Submits forms at a steady rate until the work has ended, 500 at most, whether earlier ones have been answered or not, each as the
 * use case of a single arrival: matched, scored, routed and the rep told when it answers.
 * @returns the milliseconds of each, from when it was due to when it was durable.
 */
export async function submitFormsDuring(house: House, perSecond: number, work: Promise<unknown>): Promise<number[]> {
  const state = { isOver: false };
  const ended = work.finally(() => (state.isOver = true));
  const waited: number[] = [];
  const submitted: Promise<void>[] = [];
  const began = performance.now();
  for (let number = 0; !state.isOver && number < MOST_FORMS; number++) {
    const due = began + (number * 1000) / perSecond;
    await sleep(Math.max(0, due - performance.now()));
    submitted.push(submit(house, number).then(() => void waited.push(performance.now() - due)));
  }
  await Promise.all([...submitted, ended]);
  return waited;
}

async function submit(house: House, number: number): Promise<void> {
  const draft = formOf(number, house.clock.now());
  await prepareTouchMonths(house, [draft.at]);
  const request = { actor: { kind: "system" }, kind: FORM, source: "api" } as const;
  const { result } = await operate(house, request, (context) => captureLeads(context, [draft]));
  if (result[0]?.outcome !== "opened") throw new Error(`form ${number} became ${result[0]?.outcome}`);
}

function formOf(number: number, at: Date): CaptureDraft {
  const raw = `${FORM_PREFIX}${String(number).padStart(8, "0")}`;
  const { kind, value, strong } = normaliseIdentifier("phone", raw);
  if (value === null) throw new Error(`${raw} is no phone`);
  const name = `表单${number}`;
  const company = `表单来客${number % 500}有限公司`;
  return {
    contact: { name, nameSort: sortName(name), identifiers: [{ kind, value, raw, strong }] },
    account: { name: company, key: companyKey(company), creditCode: null, nameSort: sortCompanyName(company) },
    touch: { kind: "form", channel: "website" },
    at,
    productLineId: null,
    campaignId: null,
    source: "官网",
    entry: { kind: "captured" },
  };
}

import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import { hireCast } from "./cast.fixture.ts";
import type { Cast } from "./cast.fixture.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import type { Actor, Context } from "./platform/ledger/context.ts";
import { operate } from "./platform/ledger/operate.ts";
import type { Operated } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";
import { companyKey, sortCompanyName } from "./capabilities/accounts/index.ts";
import { normaliseIdentifier, sortName } from "./capabilities/contacts/index.ts";
import { createRule } from "./capabilities/routing/index.ts";
import {
  createStandardDraft,
  defaultStandard,
  findInForce,
  replaceDraft,
  signStandard,
} from "./capabilities/standards/index.ts";
import { prepareTouchMonths } from "./capabilities/touches/index.ts";
import { captureLeads } from "./capabilities/capture/index.ts";
import type { CaptureDraft, CapturedLead } from "./capabilities/capture/index.ts";

const IN_A_TEST = operationKind("test.capture");

/** A company that is ready to take leads in: a standard in force by which forms qualify, and a rule for 华东组. */
export interface CaptureWorld {
  readonly database: TestDatabase;
  readonly cast: Cast;
  act<Result>(work: (context: Context) => Promise<Result>, actor?: Actor): Promise<Operated<Result>>;
  /** Puts the shipped standard, or this one, into force. */
  putInForce(content?: LeadStandard): Promise<void>;
  capture(...drafts: readonly CaptureDraft[]): Promise<CapturedLead[]>;
  rows(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

export async function openCaptureWorld(options: Parameters<typeof createTestDatabase>[0] = {}): Promise<CaptureWorld> {
  const database = await createTestDatabase(options);
  const { house } = database;
  const cast = await hireCast(house);
  const act: CaptureWorld["act"] = (work, actor = { kind: "system" }) =>
    operate(house, { actor, kind: IN_A_TEST, source: "job" }, work);
  await act((context) =>
    createRule(context, {
      name: "其余",
      conditions: { combinator: "and", rules: [] },
      target: { kind: "team", teamId: cast.teams.销售部, method: "round_robin", weights: {} },
      fallback: true,
      maxInHand: null,
      maxPerDay: null,
      otherwise: "next_rule",
    }),
  );
  return {
    database,
    cast,
    act,
    rows: async (text, values = []) => (await database.pool.query<Record<string, unknown>>(text, values)).rows,
    async putInForce(content = defaultStandard()) {
      await act(async (context) => {
        const id = await createStandardDraft(context, { basedOnId: null, note: null });
        const contentHash = await replaceDraft(context, id, content);
        await signStandard(context, { standardId: id, side: "marketing", personId: cast.林晓, contentHash });
        await signStandard(context, { standardId: id, side: "sales", personId: cast.赵磊, contentHash });
        if ((await findInForce(context))?.id !== id) throw new Error("the signed standard is not in force");
      });
    },
    async capture(...drafts) {
      await prepareTouchMonths(
        house,
        drafts.map(({ at }) => at),
      );
      return (await act((context) => captureLeads(context, drafts))).result;
    },
  };
}

/** A standard by which whoever fills in a form and has a phone is qualified. */
export const EAGER: LeadStandard = {
  ...defaultStandard(),
  fitBorders: { A: 8, B: 5, C: 2 },
  engagementBorders: { 1: 30, 2: 20, 3: 10 },
};

/** An interest shown by a form. */
export function formOf(
  name: string,
  phone: string,
  at: Date,
  more: Partial<CaptureDraft> & { readonly company?: string } = {},
): CaptureDraft {
  const made = normaliseIdentifier("phone", phone);
  if (made.value === null) throw new Error(`${phone} is no phone`);
  const { company, ...rest } = more;
  return {
    contact: {
      name,
      nameSort: sortName(name),
      identifiers: [{ kind: made.kind, value: made.value, raw: phone, strong: made.strong }],
    },
    account:
      company === undefined
        ? null
        : { name: company, key: companyKey(company), creditCode: null, nameSort: sortCompanyName(company) },
    touch: { kind: "form", title: "白皮书" },
    at,
    productLineId: null,
    campaignId: null,
    source: "官网",
    entry: { kind: "captured" },
    ...rest,
  };
}

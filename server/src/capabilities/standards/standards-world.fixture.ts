import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { Actor, Context } from "../../platform/ledger/context.ts";
import { operate } from "../../platform/ledger/operate.ts";
import type { Operated } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { attachContacts, normaliseIdentifier, sortName } from "../contacts/index.ts";
import { openLeads } from "../leads/index.ts";
import { prepareTouchMonths, recordTouches } from "../touches/index.ts";
import type { TouchDraft } from "../touches/index.ts";
import { createStandardDraft, findInForce, signStandard } from "./index.ts";
import { findStandard, updateDraft } from "./queries/standard-rows.ts";

const IN_A_TEST = operationKind("test.standard");

/** A lead of the tests with the identifier its touches come by. */
export interface TestLead {
  readonly leadId: string;
  readonly contactId: string;
  readonly identifierId: string;
}

/** A company with its people, and what tests of the lead standard do in it. */
export interface StandardsWorld {
  readonly database: TestDatabase;
  readonly cast: Cast;
  act<Result>(work: (context: Context) => Promise<Result>, actor?: Actor): Promise<Operated<Result>>;
  /** Leads of new contacts, a name each. */
  capture(...names: string[]): Promise<TestLead[]>;
  touch(...touches: readonly TouchDraft[]): Promise<void>;
  /** Drafts, has it signed by 林晓 and 赵磊, and so puts it into force; the shipped one unless given. @returns its id. */
  putInForce(content?: LeadStandard): Promise<string>;
  rows(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

let phone = 13_700_000_000;

/** Makes the company 云帆智能 in a fresh database. */
export async function openStandardsWorld(
  options: Parameters<typeof createTestDatabase>[0] = {},
): Promise<StandardsWorld> {
  const database = await createTestDatabase(options);
  const { house } = database;
  const cast = await hireCast(house);
  const act: StandardsWorld["act"] = (work, actor = { kind: "system" }) =>
    operate(house, { actor, kind: IN_A_TEST, source: "job" }, work);
  return {
    database,
    cast,
    act,
    async capture(...names) {
      return (await act((context) => captureAll(context, names))).result;
    },
    async touch(...touches) {
      if (touches.length === 0) return;
      await prepareTouchMonths(
        house,
        touches.map(({ at }) => at),
      );
      await act((context) => recordTouches(context, touches));
    },
    async putInForce(content) {
      const { result } = await act(async (context) => {
        const id = await createStandardDraft(context, { basedOnId: null, note: null });
        if (content) await updateDraft(context, id, { content });
        const contentHash = (await findStandard(context, id))?.contentHash ?? "";
        await signStandard(context, { standardId: id, side: "marketing", personId: cast.林晓, contentHash });
        await signStandard(context, { standardId: id, side: "sales", personId: cast.赵磊, contentHash });
        if ((await findInForce(context))?.id !== id) throw new Error("the signed standard is not in force");
        return id;
      });
      return result;
    },
    rows: async (text, values = []) => (await database.pool.query<Record<string, unknown>>(text, values)).rows,
  };
}

async function captureAll(context: Context, names: readonly string[]): Promise<TestLead[]> {
  const contacts = await attachContacts(
    context,
    names.map((name) => ({
      name,
      nameSort: sortName(name),
      accountId: null,
      at: context.now,
      identifiers: [phoneOf(++phone)],
    })),
  );
  const opened = await openLeads(
    context,
    contacts.map(({ contactId, homeContactId }) => ({
      contactId,
      homeContactId,
      accountId: null,
      productLineId: null,
      campaignId: null,
      source: null,
      at: context.now,
      entry: { kind: "captured" },
    })),
    { standardInForce: true, wakes: () => false, opportunitiesOf: async () => new Map() },
  );
  return contacts.map(({ contactId, identifierId }, place) => ({
    contactId,
    identifierId,
    leadId: opened[place]?.leadId ?? "",
  }));
}

function phoneOf(number: number) {
  const made = normaliseIdentifier("phone", String(number));
  if (made.value === null) throw new Error(`${number} is no phone`);
  return { kind: made.kind, value: made.value, raw: String(number), strong: made.strong };
}

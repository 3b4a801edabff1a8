import { attachContacts, normaliseIdentifier, sortName } from "../contacts/index.ts";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { Actor, Context } from "../../platform/ledger/context.ts";
import { operate } from "../../platform/ledger/operate.ts";
import type { Operated } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import type { CaptureFacts, LeadCapture } from "./shapes/lead-capture.ts";
import type { LeadEvent } from "./domain/lead-event.ts";
import type { LeadMove, MoveResult } from "./shapes/lead-move-request.ts";
import { moveLeads } from "./move-leads.ts";
import { openLeads } from "./open-leads.ts";
import { insertPublicPools } from "./queries/pool-rows.ts";

const IN_A_TEST = operationKind("test.lead");

/** Nothing sold yet, a standard in force, and only 时机未到 wakes. */
export const QUIET_FACTS: CaptureFacts = {
  standardInForce: true,
  wakes: (reason) => reason === "not_ready",
  opportunitiesOf: async () => new Map(),
};

/** A company with its people and what tests of leads do in it. */
export interface LeadWorld {
  readonly database: TestDatabase;
  readonly cast: Cast;
  act<Result>(work: (context: Context) => Promise<Result>, actor?: Actor): Promise<Operated<Result>>;
  /** New contacts by the way of the front door. @returns drafts of captures, one a name. */
  meet(...names: string[]): Promise<LeadCapture[]>;
  /** Captured leads of new contacts. @returns their ids. */
  capture(...names: string[]): Promise<string[]>;
  move(moves: readonly LeadMove[], actor?: Actor): Promise<MoveResult[]>;
  /** One move after the other of one lead; a refusal is an error. */
  lead(leadId: string, ...events: LeadEvent[]): Promise<void>;
  rows(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

let phone = 13_800_000_000;

/** Makes the company 云帆智能 in a fresh database. */
export async function openLeadWorld(options: Parameters<typeof createTestDatabase>[0] = {}): Promise<LeadWorld> {
  const database = await createTestDatabase(options);
  const cast = await hireCast(database.house);
  const act: LeadWorld["act"] = (work, actor = { kind: "system" }) =>
    operate(database.house, { actor, kind: IN_A_TEST, source: "job" }, work);
  await act((context) => insertPublicPools(context, Object.values(cast.teams)));
  const meet: LeadWorld["meet"] = async (...names) => {
    const { result } = await act((context) =>
      attachContacts(
        context,
        names.map((name) => ({
          name,
          nameSort: sortName(name),
          accountId: null,
          at: context.now,
          identifiers: [phoneOf(++phone)],
        })),
      ),
    );
    return result.map(({ contactId, homeContactId }) => ({
      contactId,
      homeContactId,
      accountId: null,
      productLineId: null,
      campaignId: null,
      source: null,
      at: database.house.clock.now(),
      entry: { kind: "captured" },
    }));
  };
  const move: LeadWorld["move"] = async (moves, actor) =>
    (await act((context) => moveLeads(context, moves), actor)).result;
  return {
    database,
    cast,
    act,
    meet,
    move,
    async capture(...names) {
      const drafts = await meet(...names);
      const { result } = await act((context) => openLeads(context, drafts, QUIET_FACTS));
      return result.map(({ leadId }) => leadId ?? "");
    },
    async lead(leadId, ...events) {
      for (const event of events) {
        const [result] = await move([{ leadId, event }]);
        if (result?.outcome !== "moved") throw new Error(`refused: ${result?.code}`);
      }
    },
    rows: async (text, values = []) => (await database.pool.query<Record<string, unknown>>(text, values)).rows,
  };
}

function phoneOf(number: number) {
  const made = normaliseIdentifier("phone", String(number));
  if (made.value === null) throw new Error(`${number} is no phone`);
  return { kind: made.kind, value: made.value, raw: String(number), strong: made.strong };
}

/** Judged into `mql` and routed to this rep. */
export const assignedTo = (repId: string): LeadEvent[] => [
  { kind: "judged", destination: "mql", cause: "capture" },
  { kind: "routed", to: { kind: "rep", repId } },
];

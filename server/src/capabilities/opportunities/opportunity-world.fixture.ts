import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { attachAccounts, companyKey, sortCompanyName } from "../accounts/index.ts";
import { attachContacts, normaliseIdentifier, sortName } from "../contacts/index.ts";
import { leadsMessages, moveLeads, openLeads, readPools } from "../leads/index.ts";
import type { LeadEvent } from "../leads/index.ts";
import { openPeople } from "../people/index.ts";
import { opportunitiesMessages, opportunitiesRoutes } from "./index.ts";

const IN_A_TEST = operationKind("test.opportunity");

/** A person at a company, as a file names them. */
export interface MetPerson {
  readonly contactId: string;
  readonly identifierId: string;
  readonly accountId: string;
}

/** A company with its people, its HTTP, and what tests of opportunities do in it. */
export interface OpportunityWorld {
  readonly database: TestDatabase;
  readonly http: TestHttp;
  readonly cast: Cast;
  act<Result>(work: (context: Context) => Promise<Result>): Promise<Result>;
  meet(name: string, company: string): Promise<MetPerson>;
  /** A lead of a new contact at a company that waits for this rep's answer. */
  assign(name: string, company: string, repId: string): Promise<string>;
  undo(operationId: string | undefined, personId: string): Promise<void>;
  /** Everything that opportunities and leads write, as text. */
  rows(): Promise<unknown>;
}

let phone = 13_900_000_000;

export async function openOpportunityWorld(
  lostLeadsGoTo?: (context: Pick<ReadContext, "tx" | "now">) => Promise<"nurture" | "public">,
): Promise<OpportunityWorld> {
  const database = await createTestDatabase();
  const { house, pool } = database;
  const { signIn } = await openPeople(house, { readPools });
  const cast = await hireCast(house);
  const http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [opportunitiesMessages, leadsMessages],
    register: (server) => opportunitiesRoutes(server, lostLeadsGoTo ? { lostLeadsGoTo } : {}),
  });
  const act: OpportunityWorld["act"] = async (work) =>
    (await operate(house, { actor: { kind: "system" }, kind: IN_A_TEST, source: "job" }, work)).result;
  const meet: OpportunityWorld["meet"] = (name, company) =>
    act(async (context) => {
      const [account] = await attachAccounts(context, [
        { name: company, key: companyKey(company), creditCode: null, nameSort: sortCompanyName(company) },
      ]);
      const accountId = account?.accountId ?? "";
      const [contact] = await attachContacts(context, [
        { name, nameSort: sortName(name), accountId, at: context.now, identifiers: [phoneOf(++phone)] },
      ]);
      return { contactId: contact?.contactId ?? "", identifierId: contact?.identifierId ?? "", accountId };
    });
  return {
    database,
    http,
    cast,
    act,
    meet,
    async assign(name, company, repId) {
      const { contactId, accountId } = await meet(name, company);
      return act(async (context) => {
        const [opened] = await openLeads(
          context,
          [
            {
              contactId,
              homeContactId: contactId,
              accountId,
              productLineId: null,
              campaignId: null,
              source: null,
              at: context.now,
              entry: { kind: "captured" },
            },
          ],
          { standardInForce: true, wakes: () => false, opportunitiesOf: async () => new Map() },
        );
        const leadId = opened?.leadId ?? "";
        const events: LeadEvent[] = [
          { kind: "judged", destination: "mql", cause: "capture" },
          { kind: "routed", to: { kind: "rep", repId } },
        ];
        for (const event of events) await moveLeads(context, [{ leadId, event }]);
        return leadId;
      });
    },
    async undo(operationId, personId) {
      const actor = { kind: "person", personId } as const;
      await undoOperation(house, { operationId: operationId ?? "", actor, source: "web" });
    },
    async rows() {
      const tables = [
        "opportunity",
        "opportunity_contact",
        "opportunity_type",
        "opportunity_stage",
        "lead",
        "lifecycle_event",
        "assignment",
        "assignment_end",
        "account",
      ];
      const read = tables.map((table) => `(select jsonb_agg(t order by id) from ${table} as t) as ${table}`);
      return (await pool.query(`select ${read.join(", ")}`)).rows[0];
    },
  };
}

function phoneOf(number: number) {
  const made = normaliseIdentifier("phone", String(number));
  if (made.value === null) throw new Error(`${number} is no phone`);
  return { kind: made.kind, value: made.value, raw: String(number), strong: made.strong };
}

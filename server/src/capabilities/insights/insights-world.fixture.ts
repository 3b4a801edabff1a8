import { campaigns } from "@tongzhou/contract/campaigns";
import { opportunities } from "@tongzhou/contract/opportunities";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { Viewer } from "../../platform/access/viewer.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { campaignsMessages, campaignsRoutes, createCampaigns } from "../campaigns/index.ts";
import { attachContacts, normaliseIdentifier, sortName } from "../contacts/index.ts";
import { leadsMessages, moveLeads, openLeads, readPools } from "../leads/index.ts";
import type { LeadEvent } from "../leads/index.ts";
import { opportunitiesMessages, opportunitiesRoutes } from "../opportunities/index.ts";
import { openPeople } from "../people/index.ts";
import { prepareTouchMonths, recordTouches } from "../touches/index.ts";
import { insightsMessages, insightsRoutes } from "./index.ts";

const IN_A_TEST = operationKind("test.insights");

/** Somebody with a lead. */
export interface Interested {
  readonly leadId: string;
  readonly identifierId: string;
}

/** A company with people, campaigns, leads and what becomes of them. */
export interface InsightsWorld {
  readonly database: TestDatabase;
  readonly http: TestHttp;
  readonly cast: Cast;
  viewer(personId: string): Promise<Viewer>;
  act<Result>(work: (context: Context) => Promise<Result>): Promise<Result>;
  campaign(name: string, cost: number): Promise<string>;
  /** A raw lead in the SDR pool, captured now. */
  interest(name: string, campaignId: string | null): Promise<Interested>;
  move(leadId: string, ...events: LeadEvent[]): Promise<void>;
  touch(identifierId: string, campaignId: string | null, at: Date): Promise<void>;
  /** Assigned to the rep, accepted and converted. @returns the opportunity. */
  convert(leadId: string, repId: string): Promise<string>;
  win(opportunityId: string, repId: string, amount: number): Promise<void>;
}

let phone = 13_700_000_000;

export async function openInsightsWorld(): Promise<InsightsWorld> {
  const database = await createTestDatabase();
  const { house } = database;
  const { signIn } = await openPeople(house, { readPools });
  const cast = await hireCast(house);
  const http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [insightsMessages, opportunitiesMessages, campaignsMessages, leadsMessages],
    register(server) {
      campaignsRoutes({ ...server, endpoints: [] });
      opportunitiesRoutes({ ...server, endpoints: [] });
      insightsRoutes(server);
    },
  });
  const act: InsightsWorld["act"] = async (work) =>
    (await operate(house, { actor: { kind: "system" }, kind: IN_A_TEST, source: "job" }, work)).result;
  const move: InsightsWorld["move"] = (leadId, ...events) =>
    act(async (context) => {
      for (const event of events) {
        const [result] = await moveLeads(context, [{ leadId, event }]);
        if (result?.outcome !== "moved") throw new Error(`refused: ${result?.code}`);
      }
    });
  return {
    database,
    http,
    cast,
    act,
    move,
    async viewer(personId) {
      const snapshot = await signIn.directory.snapshot();
      const person = snapshot.people.get(personId);
      if (!person) throw new Error("nobody");
      return new Viewer(snapshot, person);
    },
    async campaign(name, cost) {
      const [id = ""] = await act((context) => createCampaigns(context, [{ name, type: "content" }]));
      if (cost === 0) return id;
      const occurredOn = house.clock.now().toISOString().slice(0, 10);
      const body = { occurredOn, amount: cost };
      await http.as(cast.林晓).call(campaigns.addCost, { params: { campaignId: id }, body });
      return id;
    },
    interest: (name, campaignId) =>
      act(async (context) => {
        const [met] = await attachContacts(context, [
          { name, nameSort: sortName(name), accountId: null, at: context.now, identifiers: [phoneOf(++phone)] },
        ]);
        const { contactId = "", homeContactId = "", identifierId = "" } = met ?? {};
        const [opened] = await openLeads(
          context,
          [
            {
              contactId,
              homeContactId,
              accountId: null,
              productLineId: null,
              campaignId,
              source: "baidu",
              at: context.now,
              entry: { kind: "captured" },
            },
          ],
          { standardInForce: true, wakes: () => false, opportunitiesOf: async () => new Map() },
        );
        return { leadId: opened?.leadId ?? "", identifierId };
      }),
    async touch(identifierId, campaignId, at) {
      await prepareTouchMonths(house, [at]);
      await act((context) => recordTouches(context, [{ identifierId, campaignId, at, kind: "form" }]));
    },
    async convert(leadId, repId) {
      await move(leadId, ...assignedTo(repId), { kind: "accepted", by: { personId: repId, mayActForHolder: false } });
      const call = { params: { leadId }, body: { accountConfirmed: true, company: { name: `公司 ${leadId}` } } };
      return (await http.as(repId).call(opportunities.convertLead, call)).body.id;
    },
    async win(opportunityId, repId, amount) {
      await http.as(repId).call(opportunities.win, { params: { opportunityId }, body: { amount } });
    },
  };
}

/** Judged into `mql` and routed to this rep. */
const assignedTo = (repId: string): LeadEvent[] => [
  { kind: "judged", destination: "mql", cause: "capture" },
  { kind: "routed", to: { kind: "rep", repId } },
];

function phoneOf(number: number) {
  const made = normaliseIdentifier("phone", String(number));
  if (made.value === null) throw new Error(`${number} is no phone`);
  return { kind: made.kind, value: made.value, raw: String(number), strong: made.strong };
}

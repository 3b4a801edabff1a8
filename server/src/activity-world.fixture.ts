import { accountsMessages, accountsRoutes } from "./capabilities/accounts/index.ts";
import { activitiesMessages, activitiesRoutes } from "./capabilities/activities/index.ts";
import { attachContacts, contactsMessages, contactsRoutes, sortName } from "./capabilities/contacts/index.ts";
import { leadsMessages, leadsRoutes, moveLeads, openLeads, readPools } from "./capabilities/leads/index.ts";
import { opportunitiesMessages, opportunitiesRoutes } from "./capabilities/opportunities/index.ts";
import { openDirectory } from "./capabilities/people/index.ts";
import { timelineRoutes } from "./capabilities/timeline/index.ts";
import { hireCast } from "./cast.fixture.ts";
import type { Cast } from "./cast.fixture.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestHttp } from "./platform/http/test-http.ts";
import type { Context } from "./platform/ledger/context.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";

const IN_A_TEST = operationKind("test.activity");

export interface WorldOfActivities {
  readonly database: TestDatabase;
  readonly cast: Cast;
  readonly http: TestHttp;
  /** A new lead that waits for this rep's answer. */
  assigned(name: string, to: "陈浩" | "王倩"): Promise<string>;
  /** A contact that nobody of the sales teams follows. */
  contact(name: string): Promise<string>;
  pipelineId(): Promise<string>;
  rows(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

/** A company with everything on which activities are logged, behind HTTP. */
export async function openWorldOfActivities(): Promise<WorldOfActivities> {
  const database = await createTestDatabase();
  const { house } = database;
  const cast = await hireCast(house);
  const http = await openTestHttp({
    house,
    directory: openDirectory(house, readPools),
    messages: [activitiesMessages, leadsMessages, contactsMessages, accountsMessages, opportunitiesMessages],
    register(registering) {
      activitiesRoutes(registering);
      leadsRoutes(registering, { readReasons: async () => [] });
      contactsRoutes(registering);
      accountsRoutes(registering);
      opportunitiesRoutes(registering, {});
      timelineRoutes(registering);
    },
  });
  const act = async <Result>(work: (context: Context) => Promise<Result>): Promise<Result> =>
    (await operate(house, { actor: { kind: "system" }, kind: IN_A_TEST, source: "job" }, work)).result;
  const meet = async (context: Context, name: string) => {
    const draft = { name, nameSort: sortName(name), accountId: null, at: context.now, identifiers: [] };
    const [met] = await attachContacts(context, [draft]);
    if (!met) throw new Error("one draft gave no contact");
    return met;
  };
  const rows: WorldOfActivities["rows"] = async (text, values = []) =>
    (await database.pool.query<Record<string, unknown>>(text, values)).rows;
  return {
    database,
    cast,
    http,
    rows,
    contact: (name) => act(async (context) => (await meet(context, name)).contactId),
    assigned: (name, to) => act((context) => assign(context, meet(context, name), cast[to])),
    pipelineId: async () => String((await rows("select id from opportunity_type limit 1"))[0]?.["id"]),
  };
}

async function assign(
  context: Context,
  meeting: Promise<{ readonly contactId: string; readonly homeContactId: string }>,
  repId: string,
): Promise<string> {
  const { contactId, homeContactId } = await meeting;
  const lead = { contactId, homeContactId, accountId: null, productLineId: null, campaignId: null, source: null };
  const facts = { standardInForce: true, wakes: () => false, opportunitiesOf: async () => new Map() };
  const [opened] = await openLeads(context, [{ ...lead, at: context.now, entry: { kind: "captured" } }], facts);
  const leadId = opened?.leadId ?? "";
  await moveLeads(context, [{ leadId, event: { kind: "judged", destination: "mql", cause: "capture" } }]);
  await moveLeads(context, [{ leadId, event: { kind: "routed", to: { kind: "rep", repId } } }]);
  return leadId;
}

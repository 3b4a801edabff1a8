import { createApp } from "./app.ts";
import { accountsMessages, accountsRoutes } from "./capabilities/accounts/index.ts";
import { activitiesMessages, activitiesRoutes } from "./capabilities/activities/index.ts";
import { auditMessages, auditRoutes } from "./capabilities/audit/index.ts";
import {
  attachContacts,
  contactsMessages,
  contactsRoutes,
  normaliseIdentifier,
} from "./capabilities/contacts/index.ts";
import { identityMessages, identityRoutes } from "./capabilities/identity/index.ts";
import { opportunitiesMessages, opportunitiesRoutes } from "./capabilities/opportunities/index.ts";
import { openPeople, peopleMessages } from "./capabilities/people/index.ts";
import { readPools } from "./capabilities/leads/index.ts";
import { rightsMessages, rightsRoutes, territoriesRoutes } from "./capabilities/rights/index.ts";
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
import { undoOperation } from "./platform/ledger/undo/undo-operation.ts";

const IN_A_TEST = operationKind("test.rights");

export interface RightsWorld {
  readonly database: TestDatabase;
  readonly http: TestHttp;
  readonly cast: Cast;
  /** What people may see is read anew, as the broadcast has every process do. */
  settle(): void;
  act<Result>(work: (context: Context) => Promise<Result>): Promise<Result>;
  rows(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  company(name: string, ownerId: string | null, parentId?: string | null): Promise<string>;
  /** Somebody in a company, with a mobile number of their own. */
  person(name: string, accountId: string): Promise<string>;
  deal(name: string, accountId: string, ownerId: string): Promise<string>;
  undo(operationId: string | undefined, byId: string): Promise<void>;
}

let phones = 13_700_000_000;

/** 云帆智能 with companies, the people in them and opportunities, behind HTTP. */
export async function openRightsWorld(): Promise<RightsWorld> {
  // Loading the whole application is what makes every capability add its ways to follow.
  if (typeof createApp !== "function") throw new Error("the application did not load");
  const database = await createTestDatabase();
  const { house, pool } = database;
  const { signIn } = await openPeople(house, { readPools });
  const cast = await hireCast(house);
  const settle = (): void => signIn.directory.forget();
  const http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [
      peopleMessages,
      accountsMessages,
      contactsMessages,
      opportunitiesMessages,
      activitiesMessages,
      identityMessages,
      rightsMessages,
      auditMessages,
    ],
    register(served) {
      accountsRoutes(served);
      contactsRoutes(served);
      opportunitiesRoutes(served, {});
      activitiesRoutes(served);
      identityRoutes(served);
      timelineRoutes(served);
      auditRoutes(served);
      rightsRoutes(served, settle);
      territoriesRoutes(served, settle);
    },
  });
  const rows: RightsWorld["rows"] = async (text, values = []) =>
    (await pool.query<Record<string, unknown>>(text, values)).rows;
  const act: RightsWorld["act"] = async (work) =>
    (await operate(house, { actor: { kind: "system" }, kind: IN_A_TEST, source: "job" }, work)).result;
  const insert = (text: string, values: unknown[]): Promise<string> =>
    act(async ({ client, newId }) => {
      const id = newId();
      await client.query(text, [id, ...values]);
      return id;
    });
  return {
    database,
    http,
    cast,
    settle,
    act,
    rows,
    company: (name, ownerId, parentId = null) =>
      insert(
        "insert into account (id, kind, name, name_sort, owner_id, parent_id) values ($1, 'company', $2::text, $2::text, $3, $4)",
        [name, ownerId, parentId],
      ),
    person: (name, accountId) =>
      act(async (context) => {
        const { kind, value, strong } = normaliseIdentifier("phone", String(++phones));
        const identifiers = [{ kind, value: value ?? "", raw: String(phones), strong }];
        const [met] = await attachContacts(context, [
          { name, nameSort: name, accountId, at: context.now, identifiers },
        ]);
        return met?.contactId ?? "";
      }),
    deal: (name, accountId, ownerId) =>
      insert(
        `insert into opportunity (id, name, name_sort, type_id, account_id, home_account_id, owner_id, opened_at)
         values ($1, $2::text, $2::text, (select id from opportunity_type order by code limit 1), $3::uuid, $3::uuid, $4, now())`,
        [name, accountId, ownerId],
      ),
    async undo(operationId, byId) {
      const actor = { kind: "person", personId: byId } as const;
      await undoOperation(house, { operationId: operationId ?? "", actor, source: "web" });
      settle();
    },
  };
}

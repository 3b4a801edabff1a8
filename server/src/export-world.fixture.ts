import { createApp } from "./app.ts";
import { attachContacts, normaliseIdentifier, sortName } from "./capabilities/contacts/index.ts";
import { exportLongOperations, exportsMessages, exportsRoutes } from "./capabilities/exports/index.ts";
import { fieldsMessages, fieldsRoutes } from "./capabilities/fields/index.ts";
import { notificationsMessages, notificationsRoutes } from "./capabilities/notifications/index.ts";
import { openPeople, peopleMessages, peopleRoutes } from "./capabilities/people/index.ts";
import { privacyMessages, privacyRoutes } from "./capabilities/privacy/index.ts";
import { readPools } from "./capabilities/leads/index.ts";
import { hireCast } from "./cast.fixture.ts";
import type { Cast } from "./cast.fixture.ts";
import { exportParts } from "./export-parts.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestHttp } from "./platform/http/test-http.ts";
import { runBatch } from "./platform/jobs/run-batch.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";

const IN_A_TEST = operationKind("test.exports");

export interface ExportWorld {
  readonly database: TestDatabase;
  readonly cast: Cast;
  readonly http: TestHttp;
  /** Contacts of somebody (null: of nobody), each with a phone of its own. @returns their ids. */
  meet(ownerId: string | null, names: readonly string[]): Promise<string[]>;
  rows(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Runs an export in the background until it ends. */
  finish(exportId: string): Promise<void>;
  /** The file as the person fetches it. */
  fetch(personId: string, exportId: string): Promise<{ status: number; bytes: Buffer; disposition: string }>;
}

let phones = 13_800_000_000;

/** 云帆智能 with its people, and the endpoints of exports for each of them. */
export async function openExportWorld(): Promise<ExportWorld> {
  // Loading the whole application is what makes every capability add its ways to follow a contact.
  if (typeof createApp !== "function") throw new Error("the application did not load");
  const database = await createTestDatabase();
  const { house, pool } = database;
  const people = await openPeople(house, { readPools });
  const cast = await hireCast(house);
  const http = await openTestHttp({
    house,
    directory: people.signIn.directory,
    messages: [peopleMessages, exportsMessages, notificationsMessages, fieldsMessages, privacyMessages],
    register(registering) {
      exportsRoutes(registering, exportParts);
      notificationsRoutes(registering);
      privacyRoutes(registering);
      fieldsRoutes(registering, () => people.signIn.directory.forget());
      peopleRoutes(registering, people);
    },
  });
  return {
    database,
    cast,
    http,
    rows: async (text, values = []) => (await pool.query<Record<string, unknown>>(text, values)).rows,
    async meet(ownerId, names) {
      const asked = { actor: { kind: "system" }, kind: IN_A_TEST, source: "job" } as const;
      const { result } = await operate(house, asked, async (context) => {
        const drafts = names.map((name) => {
          const phone = normaliseIdentifier("phone", String(++phones));
          const { kind, value, strong } = phone;
          if (value === null) throw new Error(`${phones} is no phone`);
          const identifiers = [{ kind, value, raw: String(phones), strong }];
          return { name, nameSort: sortName(name), accountId: null, at: context.now, identifiers };
        });
        const met = (await attachContacts(context, drafts)).map(({ contactId }) => contactId);
        await context.client.query("update contact set owner_id = $1 where id = any($2)", [ownerId, met]);
        return met;
      });
      return result;
    },
    async finish(exportId) {
      const [definition] = exportLongOperations(exportParts);
      if (!definition) throw new Error("exports have no long operation");
      while ((await runBatch(house, definition, exportId)) === "more");
    },
    async fetch(personId, exportId) {
      const answer = await http.app.inject({
        method: "GET",
        url: `/api/exports/${exportId}/file`,
        headers: { host: "tongzhou.test", cookie: `tongzhou=${personId}` },
      });
      return {
        status: answer.statusCode,
        bytes: answer.rawPayload,
        disposition: decodeURIComponent(String(answer.headers["content-disposition"])),
      };
    },
  };
}

import type { BulkPreview } from "@tongzhou/contract/bulk";
import { createApp } from "./app.ts";
import { bulkParts } from "./bulk-parts.ts";
import { accountsMessages, accountsRoutes } from "./capabilities/accounts/index.ts";
import { bulkLongOperations, bulkMessages, bulkRoutes } from "./capabilities/bulk/index.ts";
import { campaignsMessages, campaignsRoutes } from "./capabilities/campaigns/index.ts";
import { contactsMessages, contactsRoutes, membershipsRoutes } from "./capabilities/contacts/index.ts";
import { fieldsMessages, fieldsRoutes } from "./capabilities/fields/index.ts";
import { readPools } from "./capabilities/leads/index.ts";
import { touchesRoutes } from "./capabilities/touches/index.ts";
import { openPeople, peopleMessages } from "./capabilities/people/index.ts";
import { hireCast } from "./cast.fixture.ts";
import type { Cast } from "./cast.fixture.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestHttp } from "./platform/http/test-http.ts";
import { runBatch } from "./platform/jobs/run-batch.ts";
import { undoOperation } from "./platform/ledger/undo/undo-operation.ts";

export interface BulkWorld {
  readonly database: TestDatabase;
  readonly cast: Cast;
  readonly http: TestHttp;
  rows(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Everything that a change of records may touch, as text. */
  everything(): Promise<string[]>;
  undo(operationId: string | undefined, personId: string): Promise<void>;
  /** Runs a change in the background until it ends. @returns in how many batches. */
  finish(longOperationId: string): Promise<number>;
}

const TOUCHED = [
  "contact",
  "identifier",
  "contact_alias",
  "membership",
  "account",
  "account_identifier",
  "campaign",
  "campaign_cost",
  "campaign_member",
  "lead",
  "opportunity",
  "custom_value",
];

/** 云帆智能 with its people, their contacts, companies and campaigns, and acts on many of them. */
export async function openBulkWorld(): Promise<BulkWorld> {
  // Loading the whole application is what makes every capability add its ways to follow a contact.
  if (typeof createApp !== "function") throw new Error("the application did not load");
  const database = await createTestDatabase();
  const { house, pool } = database;
  const { signIn } = await openPeople(house, { readPools });
  const cast = await hireCast(house);
  signIn.directory.forget();
  const http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [peopleMessages, bulkMessages, fieldsMessages, contactsMessages, accountsMessages, campaignsMessages],
    register(routes) {
      bulkRoutes(routes, bulkParts);
      contactsRoutes(routes);
      membershipsRoutes(routes);
      accountsRoutes(routes);
      campaignsRoutes(routes);
      touchesRoutes(routes);
      fieldsRoutes(routes, () => signIn.directory.forget());
    },
  });
  const rows = async (text: string, values: unknown[] = []) =>
    (await pool.query<Record<string, unknown>>(text, values)).rows;
  return {
    database,
    cast,
    http,
    rows,
    async everything() {
      const all: string[] = [];
      for (const table of TOUCHED)
        for (const { row } of await rows(`select t::text as row from ${table} as t order by t.id`))
          all.push(`${table} ${String(row)}`);
      return all;
    },
    async undo(operationId, personId) {
      const actor = { kind: "person", personId } as const;
      await undoOperation(house, { operationId: operationId ?? "", actor, source: "web" });
    },
    async finish(longOperationId) {
      const [definition] = bulkLongOperations(bulkParts);
      if (!definition) throw new Error("nothing is changed in the background");
      let batches = 1;
      while ((await runBatch(house, definition, longOperationId)) === "more") batches += 1;
      return batches;
    },
  };
}

/** How many rows a preview speaks of. */
export const rowsOf = ({ changes, stays }: Pick<BulkPreview, "changes" | "stays">): number =>
  changes + stays.reduce((sum, { count }) => sum + count, 0);

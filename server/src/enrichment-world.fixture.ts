import { accounts } from "@tongzhou/contract/accounts";
import { enrichment } from "@tongzhou/contract/enrichment";
import type {
  AccountEnrichment,
  AccountOffers,
  EnrichmentSource,
  ReferenceTarget,
} from "@tongzhou/contract/enrichment";
import { afterAll, expect } from "vitest";
import { hireCast } from "./cast.fixture.ts";
import type { Cast } from "./cast.fixture.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { createAnnouncer } from "./platform/events/create-announcer.ts";
import type { Http } from "./platform/http/http.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestCaller, TestHttp } from "./platform/http/test-http.ts";
import { startJobs } from "./platform/jobs/start-jobs.ts";
import { waitUntil } from "./platform/jobs/wait-until.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";
import { accountsMessages, accountsRoutes } from "./capabilities/accounts/index.ts";
import { storeImportFile } from "./capabilities/imports/index.ts";
import { openPeople, peopleMessages } from "./capabilities/people/index.ts";
import {
  enrichmentJobs,
  enrichmentLongOperations,
  enrichmentMessages,
  enrichmentRoutes,
  enrichmentSubscriptions,
} from "./capabilities/enrichment/index.ts";

const SET_UP = operationKind("test.enrichment");
const PATIENCE_MS = 20_000;

/** 云帆智能 with companies to ask about, somebody to ask, and workers. */
export interface EnrichmentWorld {
  readonly database: TestDatabase;
  readonly http: TestHttp;
  readonly cast: Cast;
  /** 吴桐, who looks after the sources. */
  readonly admin: TestCaller;
  /** Adds a file as a source, or as a newer version of one, and waits until it is read. @returns the source and the operation. */
  addFile(
    text: string,
    columns: readonly (ReferenceTarget | null)[],
    as: { readonly name: string; readonly fillsNew?: boolean } | { readonly sourceId: string },
  ): Promise<{ sourceId: string; operationId: string }>;
  /** Adds a source of a provider that a test brings along. */
  addSource(provider: string, name: string): Promise<string>;
  source(id: string): Promise<EnrichmentSource>;
  company(name: string, creditCode?: string): Promise<string>;
  account(id: string): Promise<Record<string, unknown>>;
  edit(id: string, body: object): Promise<string>;
  filled(id: string): Promise<AccountEnrichment["filled"]>;
  ask(id: string): Promise<AccountOffers>;
  /** Until every queued job is done. */
  settled(): Promise<void>;
  until(holds: () => Promise<boolean>): Promise<void>;
}

/** Opens it in a fresh database, with workers. @param more routes that a test needs besides. */
export async function openEnrichmentWorld(more: (http: Http) => void = () => undefined): Promise<EnrichmentWorld> {
  const database = await createTestDatabase({ announcer: createAnnouncer(enrichmentSubscriptions) });
  const { house, connection } = database;
  const { signIn } = await openPeople(house);
  const cast = await hireCast(house);
  const http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [peopleMessages, accountsMessages, enrichmentMessages],
    register(registering) {
      accountsRoutes(registering);
      enrichmentRoutes(registering);
      more(registering);
    },
  });
  const jobs = await startJobs({
    house,
    connection,
    jobs: enrichmentJobs,
    subscriptions: enrichmentSubscriptions,
    longOperations: enrichmentLongOperations,
  });
  afterAll(() => jobs.stop());
  const admin = http.as(cast.吴桐);
  const until = (holds: () => Promise<boolean>) => waitUntil(holds, PATIENCE_MS);
  const source = async (id: string): Promise<EnrichmentSource> => {
    const found = ((await admin.call(enrichment.sources)).body as EnrichmentSource[]).find((each) => each.id === id);
    if (!found) throw new Error(`there is no source ${id}`);
    return found;
  };
  const settled = () =>
    until(async () => {
      const { rows } = await database.pool.query(
        "select 1 from graphile_worker.jobs where attempts < max_attempts and run_at <= now()",
      );
      return rows.length === 0;
    });
  return {
    database,
    http,
    cast,
    admin,
    source,
    settled,
    until,
    async addFile(text, targets, as) {
      const { fileId } = await storeImportFile(house, { personId: cast.吴桐 }, "名单.csv", bytesOf(text));
      const columns = targets.flatMap((target, column) => (target === null ? [] : [{ column, target }]));
      const answer =
        "name" in as
          ? await admin.call(enrichment.addSource, { body: { fileId, columns, ...as } })
          : await admin.call(enrichment.addVersion, { params: as, body: { fileId, columns } });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      const { sourceId, longOperationId } = answer.body;
      await until(async () => {
        const { file } = await source(sourceId);
        return file?.id === longOperationId && file?.state === "current";
      });
      return { sourceId, operationId: answer.operationId ?? "" };
    },
    async addSource(provider, name) {
      const id = house.newId();
      const asked = { actor: { kind: "person", personId: cast.吴桐 }, kind: SET_UP, source: "command" } as const;
      await operate(house, asked, ({ client }) =>
        client.query(
          `insert into enrichment_source (id, provider, name, position, active, fills_new)
           select $1, $2, $3, coalesce(max(position), 0) + 1, true, true from enrichment_source`,
          [id, provider, name],
        ),
      );
      return id;
    },
    async company(name, creditCode) {
      const made = await admin.call(accounts.create, { body: { name, creditCode: creditCode ?? null } });
      return made.body.accountId as string;
    },
    account: async (id) => (await admin.call(accounts.show, { params: { accountId: id } })).body,
    async edit(id, body) {
      const answer = await admin.call(accounts.edit, { params: { accountId: id }, body });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return answer.operationId ?? "";
    },
    filled: async (id) => (await admin.call(enrichment.ofAccount, { params: { accountId: id } })).body.filled,
    async ask(id) {
      const answer = await admin.call(enrichment.ask, { params: { accountId: id } });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return answer.body as AccountOffers;
    },
  };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

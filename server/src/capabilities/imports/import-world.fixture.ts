import { imports } from "@tongzhou/contract/imports";
import type { ImportSettings } from "@tongzhou/contract/import-settings";
import type { CustomField } from "@tongzhou/contract/fields";
import type { ImportFile, ImportResult } from "@tongzhou/contract/imports";
import { afterAll } from "vitest";
import type { z } from "zod";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { startJobs } from "../../platform/jobs/start-jobs.ts";
import type { RunningJobs } from "../../platform/jobs/start-jobs.ts";
import { waitUntil } from "../../platform/jobs/wait-until.ts";
import { addTestField } from "../../add-test-field.fixture.ts";
import type { FieldDraft } from "../../add-test-field.fixture.ts";
import { openPeople } from "../people/index.ts";
import { importsLongOperations, importsMessages, importsRoutes } from "./index.ts";

type Settings = z.input<typeof ImportSettings>;

const PATIENCE_MS = 180_000;

/** 云帆智能 with its people, and a browser for each of them at the pages of imports. */
export interface ImportWorld {
  readonly database: TestDatabase;
  readonly http: TestHttp;
  readonly cast: Cast;
  /** 林晓, or another person, uploads a file. */
  upload(content: string | Buffer, name?: string, personId?: string): Promise<ImportFile>;
  /** 林晓 uploads a file and begins its import. @returns its id. */
  begin(content: string | Buffer, settings: Settings, name?: string): Promise<string>;
  /** Workers of this process, until the test file ends. */
  work(): Promise<RunningJobs>;
  /** Waits for an import to get there. */
  reaches(importId: string, state: string): Promise<ImportResult>;
  /** Adds a field to contacts, or to another object, in the name of nobody. */
  addField(field: Partial<FieldDraft> & { readonly name: string }): Promise<CustomField>;
  /** All of it: upload, begin, wait until it is done. */
  importAll(content: string | Buffer, settings: Settings, name?: string): Promise<ImportResult>;
}

/** A column of a file for each target, null for those that are left out. */
export function columnsOf(...targets: readonly (Settings["columns"][number]["target"] | null)[]): Settings["columns"] {
  return targets.flatMap((target, column) => (target === null ? [] : [{ column, target }]));
}

/** Opens it in a fresh database. */
export async function openImportWorld(options: Parameters<typeof createTestDatabase>[0] = {}): Promise<ImportWorld> {
  const database = await createTestDatabase(options);
  const { signIn } = await openPeople(database.house);
  const cast = await hireCast(database.house);
  const http = await openTestHttp({
    house: database.house,
    directory: signIn.directory,
    messages: [importsMessages],
    register: importsRoutes,
  });
  const running: RunningJobs[] = [];
  afterAll(async () => void (await Promise.all(running.map((jobs) => jobs.stop()))));
  const upload: ImportWorld["upload"] = async (content, name = "名单.csv", personId = cast.林晓) => {
    const answer = await http.app.inject({
      method: imports.upload.method,
      url: `/api${imports.upload.path}?${new URLSearchParams({ name })}`,
      headers: {
        host: "tongzhou.test",
        origin: "http://tongzhou.test",
        cookie: `tongzhou=${personId}`,
        "content-type": "application/octet-stream",
      },
      payload: typeof content === "string" ? Buffer.from(content) : content,
    });
    if (answer.statusCode !== 201) throw new Error(answer.payload);
    return answer.json<ImportFile>();
  };
  const begin: ImportWorld["begin"] = async (content, settings, name) => {
    const { fileId } = await upload(content, name);
    const answer = await http.as(cast.林晓).call(imports.begin, { body: { fileId, settings, again: true } });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return (answer.body as ImportResult).id;
  };
  const reaches: ImportWorld["reaches"] = async (importId, state) => {
    const show = async (): Promise<ImportResult> =>
      (await http.as(cast.林晓).call(imports.show, { params: { importId } })).body as ImportResult;
    await waitUntil(async () => (await show()).state === state, PATIENCE_MS);
    return show();
  };
  const work: ImportWorld["work"] = async () => {
    const { house, connection } = database;
    const jobs = await startJobs({ house, connection, longOperations: importsLongOperations });
    running.push(jobs);
    return jobs;
  };
  const importAll: ImportWorld["importAll"] = async (content, settings, name) => {
    const importId = await begin(content, settings, name);
    if (running.length === 0) await work();
    return reaches(importId, "done");
  };
  const addField: ImportWorld["addField"] = async (field) => {
    const added = await addTestField(database.house, field);
    signIn.directory.forget();
    return added;
  };
  return { database, http, cast, addField, upload, begin, work, reaches, importAll };
}

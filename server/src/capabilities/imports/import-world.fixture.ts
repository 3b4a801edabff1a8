import { imports } from "@tongzhou/contract/imports";
import type { ImportFile } from "@tongzhou/contract/imports";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { openPeople } from "../people/index.ts";
import { importsMessages, importsRoutes } from "./index.ts";

/** 云帆智能 with its people, and a browser for each of them at the pages of imports. */
export interface ImportWorld {
  readonly database: TestDatabase;
  readonly http: TestHttp;
  readonly cast: Cast;
  /** 林晓 uploads a file. */
  upload(content: string | Buffer, name?: string): Promise<ImportFile>;
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
  return {
    database,
    http,
    cast,
    async upload(content, name = "名单.csv") {
      const answer = await http.app.inject({
        method: imports.upload.method,
        url: `/api${imports.upload.path}?${new URLSearchParams({ name })}`,
        headers: {
          host: "tongzhou.test",
          origin: "http://tongzhou.test",
          cookie: `tongzhou=${cast.林晓}`,
          "content-type": "application/octet-stream",
        },
        payload: typeof content === "string" ? Buffer.from(content) : content,
      });
      if (answer.statusCode !== 201) throw new Error(answer.payload);
      return answer.json<ImportFile>();
    },
  };
}

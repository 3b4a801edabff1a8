import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { endpoint } from "@tongzhou/contract/endpoint";
import { AccessDirectory } from "../access/access-directory.ts";
import { smallHouse } from "../access/small-house.fixture.ts";
import { createTestDatabase } from "../database/test-database.ts";
import { operationKind } from "../ledger/operation-kind.ts";
import { serveOpen } from "./serve-open.ts";
import { serveWrite } from "./serve-write.ts";
import { openTestHttp } from "./test-http.ts";
import type { TestHttp } from "./test-http.ts";

const SAIL = operationKind("boat.sail");
const sail = endpoint({ id: "boats.sail", method: "POST", path: "/sail", summary: "Sails.", response: z.object({}) });
const board = endpoint({
  id: "boats.board",
  method: "POST",
  path: "/board",
  summary: "Boards.",
  response: z.object({}),
});

const { snapshot, ids } = smallHouse({ captain: {} });
let http: TestHttp;

beforeAll(async () => {
  const { house } = await createTestDatabase();
  http = await openTestHttp({
    house,
    directory: new AccessDirectory(async () => snapshot),
    publicUrl: "https://crm.yunfan.test",
    register(opened) {
      serveWrite(opened, sail, { allow: () => true, kind: SAIL, handle: async () => ({}) });
      serveOpen(opened, board, {
        everybodyBecause: "whoever stands on the quay may board",
        async handle(_input, call) {
          call.giveSession(ids.captain, 60);
          return {};
        },
      });
    },
  });
});

/** As a proxy that ends TLS passes it on. */
const post = async (path: string, headers: Record<string, string>) =>
  http.app.inject({ method: "POST", url: `/api${path}`, headers: { host: "10.0.0.5:3000", ...headers } });

const secure = { cookie: `__Host-tongzhou=${ids.captain}` };

describe("behind a proxy, with TONGZHOU_URL set", () => {
  test("the address people use is an origin of ours, and so is the host itself", async () => {
    expect((await post("/sail", { ...secure, origin: "https://crm.yunfan.test" })).statusCode).toBe(200);
    expect((await post("/sail", { ...secure, origin: "http://10.0.0.5:3000" })).statusCode).toBe(200);
  });

  test.each([
    "https://crm.yunfan.test.evil.example",
    "https://evil.example",
    "http://crm.yunfan.test",
    "https://crm.yunfan.test:8443",
    "http://10.0.0.5",
    "null",
    "not an origin",
  ])("%s is not", async (origin) => {
    expect((await post("/sail", { ...secure, origin })).statusCode).toBe(403);
  });

  test("a stranger's page cannot sign somebody in either, but a program without a page can", async () => {
    expect((await post("/board", { origin: "https://evil.example" })).statusCode).toBe(403);
    expect((await post("/board", {})).statusCode).toBe(200);
  });

  test("the session is a cookie that never travels without https, and one of plain http is none", async () => {
    const given = await post("/board", { origin: "https://crm.yunfan.test" });
    expect(given.headers["set-cookie"]).toMatch(/^__Host-tongzhou=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const plain = await post("/sail", { cookie: `tongzhou=${ids.captain}`, origin: "https://crm.yunfan.test" });
    expect(plain.statusCode).toBe(401);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import { Metrics } from "../metrics/metrics.ts";
import type { Http } from "./http.ts";
import { openHttp } from "./open-http.ts";
import { serveWeb } from "./serve-web.ts";

const PAGE = `<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><script src="/first-paint.js"></script><div id="root"></div>`;
const SCRIPT = "export const boat = '舟';\n".repeat(50);

let app: Http["app"];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "tongzhou-dist-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), PAGE);
  writeFileSync(join(folder, "first-paint.js"), "1;");
  writeFileSync(join(folder, "assets", "main-abc123.js"), SCRIPT);
  writeFileSync(join(folder, "assets", "main-abc123.js.gz"), gzipSync(SCRIPT));
  const { house } = await createTestDatabase();
  const http = await openHttp({
    house,
    doorkeeper: { identify: async () => undefined },
    log: pino({ level: "silent" }),
    metrics: new Metrics(),
    publicUrl: "https://crm.yunfan.test",
  });
  await serveWeb(http, folder);
  app = http.app;
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
});

describe("the page", () => {
  test("answers every address of a page, with a nonce of its own each time", async () => {
    const nonces = new Set<string>();
    for (const url of ["/", "/leads", "/leads/0190?tab=touches", "/index.html"]) {
      const answer = await app.inject(url);
      expect([url, answer.statusCode]).toEqual([url, 200]);
      const nonce = /nonce="([^"]+)"/.exec(answer.payload)?.[1] ?? "";
      expect(answer.headers["content-security-policy"]).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(answer.headers["cache-control"]).toBe("no-store");
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });

  test("may run only our own scripts and may not be framed", async () => {
    const { headers } = await app.inject("/");
    expect(headers["content-security-policy"]).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(headers["content-security-policy"]).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  });

  test("is not what a missing file, another method or the API answers", async () => {
    for (const url of ["/assets/gone-123.js", "/logo.png", "/api/nothing", "/api"]) {
      expect([url, (await app.inject(url)).statusCode]).toEqual([url, 404]);
    }
    expect((await app.inject({ method: "POST", url: "/leads" })).statusCode).toBe(404);
    expect((await app.inject("/../package.json")).statusCode).not.toBe(500);
    expect((await app.inject("/%2e%2e/%2e%2e/etc/passwd")).payload).not.toContain("root:");
  });
});

describe("files", () => {
  test("with their hash in the name are kept for a year, and sent packed to who takes that", async () => {
    const plain = await app.inject("/assets/main-abc123.js");
    expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(plain.payload).toBe(SCRIPT);
    const packed = await app.inject({ url: "/assets/main-abc123.js", headers: { "accept-encoding": "gzip" } });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.rawPayload.length).toBeLessThan(SCRIPT.length / 2);
    expect(packed.headers["content-type"]).toContain("javascript");
  });

  test("without are asked for again", async () => {
    expect((await app.inject("/first-paint.js")).headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  });
});

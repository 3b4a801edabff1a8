import { accounts } from "@tongzhou/contract/accounts";
import { capture } from "@tongzhou/contract/capture";
import { enrichment } from "@tongzhou/contract/enrichment";
import { identity } from "@tongzhou/contract/identity";
import { leads } from "@tongzhou/contract/leads";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { captureMessages, captureRoutes } from "./capabilities/capture/index.ts";
import { openEnrichmentWorld } from "./enrichment-world.fixture.ts";
import type { EnrichmentWorld } from "./enrichment-world.fixture.ts";
import { provideEnrichment } from "./capabilities/enrichment/index.ts";
import { identityMessages, identityRoutes } from "./capabilities/identity/index.ts";
import { leadsRoutes } from "./capabilities/leads/index.ts";
import { leadParts } from "./lead-parts.ts";

/** A service of another house: it answers when it is told to, and otherwise keeps everybody waiting. */
const service = { answers: false, askedAbout: [] as string[] };
const waiting: (() => void)[] = [];
const server = createServer((request, response) => {
  const name = new URL(request.url ?? "", "http://service").searchParams.get("name") ?? "";
  service.askedAbout.push(name);
  const answer = (): void => void response.end(JSON.stringify({ website: `${name.length}.example` }));
  if (service.answers) answer();
  else waiting.push(answer);
});

let world: EnrichmentWorld;
let slow: string;

beforeAll(async () => {
  // Loading the whole application is what makes every capability add the rows that follow an account.
  expect(createApp).toBeTypeOf("function");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  provideEnrichment({
    code: "service",
    timeoutMs: 300,
    retries: 0,
    mostAsked: 1,
    atOnce: 1,
    async ask({ asked, signal, house }) {
      const [company] = asked;
      if (!company) return new Map();
      const url = `http://127.0.0.1:${port}/?name=${encodeURIComponent(company.name)}`;
      const facts = (await (await fetch(url, { signal })).json()) as { website: string };
      const origin = { words: "service", version: null, line: null };
      const cost = { minor: 25, currency: "CNY" };
      return new Map([
        [company.id, { outcome: "found", facts, matchedBy: "exact", origin, at: house.clock.now(), cost }],
      ]);
    },
  });
  world = await openEnrichmentWorld((registering) => {
    captureRoutes(registering);
    leadsRoutes(registering, leadParts);
    identityRoutes(registering);
    registering.phrases.add(captureMessages);
    registering.phrases.add(identityMessages);
  });
  slow = await world.addSource("service", "企查服务");
});
afterAll(async () => {
  for (const answer of waiting) answer();
  await new Promise((resolve) => server.close(resolve));
});

let next = 0;
async function lead(company: string): Promise<{ status: number; leadId: string; accountId: string }> {
  const identifiers = [{ kind: "phone" as const, value: `138000${String(30_000 + next++)}` }];
  const body = { name: "刘建国", identifiers, company };
  const answer = await world.admin.call(capture.create, { body });
  return { status: answer.status, ...answer.body };
}

test("a source that keeps everybody waiting holds no lead, and is left alone after it failed three times", async () => {
  for (const name of ["鼎新石化", "远航重工", "北辰港务", "云台仪表"]) {
    const made = await lead(name);
    expect(made.status, JSON.stringify(made)).toBe(201);
    const shown = await world.admin.call(leads.show, { params: { leadId: made.leadId } });
    expect(shown.status).toBe(200);
  }
  await world.until(async () => (await world.source(slow)).health === "resting");
  await world.settled();
  const resting = await world.source(slow);
  expect(resting.failures).toHaveLength(3);
  expect(resting.failures[0]).toMatchObject({ code: "timeout" });
  expect(service.askedAbout).toHaveLength(3);
  const id = await world.company("天启仪表");
  expect((await world.ask(id)).sources).toMatchObject([{ outcome: "resting", restsUntil: resting.restsUntil }]);
  // The house asks about this company too, and must not be answered by a source that was woken meanwhile.
  await world.settled();
  expect(service.askedAbout).toHaveLength(3);
});

test("when its rest is over one question decides; what it answers is filled in, at its cost", async () => {
  service.answers = true;
  await world.admin.call(enrichment.wakeSource, { params: { sourceId: slow } });
  const id = await world.company("兴化铸钢");
  await world.until(async () => (await world.filled(id)).length === 1);
  expect(service.askedAbout.slice(3)).toEqual(["兴化铸钢"]);
  expect((await world.filled(id))[0]).toMatchObject({ field: "website", cost: { minor: 25, currency: "CNY" } });
  expect(await world.source(slow)).toMatchObject({
    health: "well",
    costs: [{ minor: 25, currency: "CNY" }],
    answered: 1,
  });
});

test("where a value came from goes with it into a merge, and comes back out of it", async () => {
  service.answers = true;
  const [kept, gone] = [await world.company("兴化铸钢集团"), await world.company("兴化铸钢有限责任公司")];
  await world.until(async () => (await world.filled(gone)).length === 1 && (await world.filled(kept)).length === 1);
  await world.edit(kept, { website: { from: "6.example", to: null } });
  const before = [await world.filled(kept), await world.filled(gone)];
  const merged = await world.admin.call(identity.mergeAccounts, {
    body: { survivorId: kept, mergedId: gone, take: ["website"] },
  });
  expect(merged.status, JSON.stringify(merged.body)).toBeLessThan(300);
  expect(await world.account(kept)).toMatchObject({ website: "10.example" });
  expect((await world.filled(kept)).map(({ field }) => field)).toEqual(["website"]);
  const parted = await world.admin.call(identity.unmergeAccount, { params: { accountId: gone } });
  expect(parted.status, JSON.stringify(parted.body)).toBeLessThan(300);
  expect([await world.filled(kept), await world.filled(gone)]).toEqual(before);
  expect((await world.admin.call(accounts.show, { params: { accountId: kept } })).body.website).toBeNull();
});

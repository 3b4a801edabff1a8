// `npm run bench -- lists [--leads 1000000] [--touches 10] [--rounds 40]`: the twelve lists of lists.queries.md over a house of
// so many leads, each beside the same list written by hand; the page behind a deep cursor; the counts; the global search.
import { parseArgs } from "node:util";
import fastify from "fastify";
import { sql } from "kysely";
import pino from "pino";
import { leads } from "@tongzhou/contract/leads";
import { leadList, leadsRoutes, readPools } from "../server/src/capabilities/leads/index.ts";
import { openPeople } from "../server/src/capabilities/people/index.ts";
import { leadParts } from "../server/src/lead-parts.ts";
import type { Viewing } from "../server/src/platform/access/acting.ts";
import { Viewer } from "../server/src/platform/access/viewer.ts";
import { openHttp } from "../server/src/platform/http/open-http.ts";
import { API_PREFIX } from "../server/src/platform/http/register-endpoint.ts";
import { look } from "../server/src/platform/ledger/look.ts";
import { countList } from "../server/src/platform/lists/count-list.ts";
import { readList } from "../server/src/platform/lists/read-list.ts";
import { Metrics } from "../server/src/platform/metrics/metrics.ts";
import { encodeCursor } from "../server/src/platform/paging/keyset.ts";
import { readNamedLists } from "./named-lists.ts";
import type { NamedList } from "./named-lists.ts";
import { openFilledHouse } from "./open-filled-house.ts";
import { percentile } from "./percentile.ts";

const CALENDAR = { timeZone: "Asia/Shanghai" };
const PAGE = 50;
/** Where the deep page begins, as a share of all leads. */
const DEPTH = 0.5;

/** As one writes it who knows that every lead has a clock and a contact. */
const HAND_FROM = sql`
  lead
  join lead_clock on lead_clock.lead_id = lead.id
  join published.contact as contact on contact.id = lead.contact_id
  left join published.account as account on account.id = lead.account_id
  left join published.lead_score as lead_score on lead_score.lead_id = lead.id`;

const { values } = parseArgs({
  options: {
    leads: { type: "string", default: "1000000" },
    touches: { type: "string", default: "10" },
    rounds: { type: "string", default: "40" },
  },
});
const ROUNDS = Number(values.rounds);
const LEADS = Number(values.leads);

interface Measured {
  readonly list: NamedList;
  readonly product: number[];
  readonly hand: number[];
  readonly http: number[];
  readonly bare: number[];
  readonly counts: number[];
}

const filled = await openFilledHouse(LEADS, Number(values.touches));
const { house, pool } = filled;
const { signIn } = await openPeople(house, { readPools });
const snapshot = await signIn.directory.snapshot();
const viewers = new Map([...snapshot.people.values()].map((person) => [person.name, new Viewer(snapshot, person)]));
try {
  const id = async (table: string): Promise<string> =>
    (await pool.query<{ id: string }>(`select id from ${table} order by id limit 1`)).rows[0]?.id ?? "";
  const people = new Map([...viewers].map(([name, viewer]) => [name, viewer.personId]));
  const lists = readNamedLists({ campaign: await id("campaign"), line: await id("product_line"), people });
  console.log(`${lists.length} lists over ${LEADS} leads, ${ROUNDS} rounds; milliseconds p50 / p95\n`);
  console.log(`${"".padEnd(46)}SQL            by hand        ratio   HTTP           bare           ratio   count p95`);
  const measured: Measured[] = [];
  for (const list of lists) {
    const one = await measureList(list);
    measured.push(one);
    console.log(lineOf(one));
  }
  const deep = await measureDeepPage();
  report(measured, deep);
} finally {
  await filled.close();
}
process.exit();

function viewerNamed(who: string): Viewer {
  const viewer = viewers.get(who);
  if (!viewer) throw new Error(`nobody is called ${who}`);
  return viewer;
}

async function measureList(list: NamedList): Promise<Measured> {
  const viewer = viewerNamed(list.who);
  const definition = leadList(viewer, leadParts);
  const request = { filter: list.filter, search: list.search, sort: list.sort, limit: PAGE };
  const inLook = (work: (viewing: Viewing) => Promise<unknown>): Promise<number[]> =>
    look(house, "list", ({ tx, now }) => rounds(() => work({ tx, now, viewer } as Viewing)));
  const product = await inLook((viewing) => readList(definition, request, viewing, CALENDAR));
  const counts = await inLook((viewing) => countList(definition, { ...request, thorough: false }, viewing, CALENDAR));
  const http = await measureHttp(list);
  const [where = "", order = ""] = list.handRest.split(/\norder by /);
  const handWritten = sql`
    select ${definition.select}
    from ${HAND_FROM}
    ${sql.raw(where)}
    order by ${sql.raw(order)}
    limit ${PAGE + 1}`;
  await pool.query(list.handIndex);
  await pool.query(`analyze ${/ on (\w+)/.exec(list.handIndex)?.[1]}`);
  try {
    const hand = await inLook(({ tx }) => handWritten.execute(tx));
    const app = fastify();
    app.get("/rows", async (_request, reply) => {
      const { rows } = await look(house, "list", ({ tx }) => handWritten.execute(tx));
      return reply.send({ rows: rows.slice(0, PAGE) });
    });
    const bare = await rounds(() => app.inject({ url: "/rows" }));
    await app.close();
    return { list, product, hand, http, bare, counts };
  } finally {
    await pool.query("drop index hand");
  }
}

/** The product's own route, with everything a request goes through but the network. */
async function measureHttp({ who, filter, search, sort }: NamedList): Promise<number[]> {
  const viewer = viewerNamed(who);
  const log = pino({ level: "silent" });
  const doorkeeper = { identify: async () => ({ viewer, sessionId: who }) };
  const opened = await openHttp({ house, doorkeeper, log, metrics: new Metrics(), publicUrl: undefined });
  leadsRoutes({ ...opened, capability: "bench" }, leadParts);
  const query = new URLSearchParams({ filter: JSON.stringify(filter), search, sort, limit: String(PAGE) });
  const headers = { host: "bench.test", cookie: "tongzhou=bench" };
  const taken = await rounds(async () => {
    const answer = await opened.app.inject({ url: `${API_PREFIX}${leads.list.path}?${query}`, headers });
    if (answer.statusCode !== 200) throw new Error(`${who}: ${answer.statusCode} ${answer.payload.slice(0, 300)}`);
  });
  await opened.app.close();
  return taken;
}

/** Everything, newest first: the first page and the one behind a cursor far down. */
async function measureDeepPage(): Promise<{ first: number; deep: number }> {
  const viewer = viewerNamed("吴桐");
  const definition = leadList(viewer, leadParts);
  const request = { filter: { combinator: "and" as const, rules: [] }, search: "", sort: "-captured", limit: PAGE };
  const { rows } = await pool.query<{ at: string; id: string }>(
    "select captured_at::text as at, id from lead order by captured_at desc, id desc offset $1 limit 1",
    [Math.floor(LEADS * DEPTH)],
  );
  const cursor = encodeCursor("-captured", [rows[0]?.at ?? "", rows[0]?.id ?? ""]);
  const taken = (asked: typeof request & { cursor?: string }): Promise<number[]> =>
    look(house, "list", ({ tx, now }) =>
      rounds(() => readList(definition, asked, { tx, now, viewer } as Viewing, CALENDAR)),
    );
  const first = percentile(await taken(request), 0.5);
  return { first, deep: percentile(await taken({ ...request, cursor }), 0.5) };
}

/** Milliseconds of each round, after one that warms up. */
async function rounds(work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return taken;
}

function lineOf({ list, product, hand, http, bare, counts }: Measured): string {
  const pair = (taken: readonly number[]): string =>
    `${percentile(taken, 0.5).toFixed(1)} / ${percentile(taken, 0.95).toFixed(1)}`.padEnd(15);
  const ratio = (one: readonly number[], other: readonly number[], share: number): string =>
    `${(percentile(one, share) / percentile(other, share)).toFixed(1)} ×`.padEnd(8);
  const name = `${list.name}${list.indexed ? "" : " *"}`;
  return `${name.padEnd(46)}${pair(product)}${pair(hand)}${ratio(product, hand, 0.5)}${pair(http)}${pair(bare)}${ratio(http, bare, 0.95)}${percentile(counts, 0.95).toFixed(1)}`;
}

function report(measured: readonly Measured[], { first, deep }: { first: number; deep: number }): void {
  const worst = (of: (one: Measured) => number, from = measured): number => Math.max(...from.map(of));
  const indexed = measured.filter(({ list }) => list.indexed);
  const others = measured.filter(({ list }) => !list.indexed);
  const p95 = (of: (one: Measured) => readonly number[]) => (one: Measured) => percentile(of(one), 0.95);
  console.log("\n* the first filter has no index. The worst of all lists, with the bars of quality.md:");
  console.log(
    `first filter indexed: p50 ≤ 5 × by hand, p95 ≤ 10 ms; others p95 ≤ 100 ms; HTTP p95 ≤ 2 ×; counts ≤ 10 ms; deep page ≤ 1.5 ×\n`,
  );
  console.log(`lists counts p95 ${worst(p95(({ counts }) => counts)).toFixed(1)} ms`);
  console.log(`lists deep page ${(deep / first).toFixed(1)} ×`);
  console.log(`lists HTTP p95 ${worst((one) => percentile(one.http, 0.95) / percentile(one.bare, 0.95)).toFixed(1)} ×`);
  console.log(
    `lists others p95 ${worst(
      p95(({ product }) => product),
      others,
    ).toFixed(1)} ms`,
  );
  console.log(
    `lists indexed p95 ${worst(
      p95(({ product }) => product),
      indexed,
    ).toFixed(1)} ms`,
  );
  console.log(
    `lists indexed p50 ${worst((one) => percentile(one.product, 0.5) / percentile(one.hand, 0.5), indexed).toFixed(1)} ×`,
  );
}

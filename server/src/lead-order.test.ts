import { beforeAll, expect, test } from "vitest";
import { capture } from "@tongzhou/contract/capture";
import { EVERYTHING } from "@tongzhou/contract/conditions";
import { leads } from "@tongzhou/contract/leads";
import { sql } from "kysely";
import { captureMessages, captureRoutes } from "./capabilities/capture/index.ts";
import { leadList, leadsMessages, leadsRoutes, readPools } from "./capabilities/leads/index.ts";
import { openDirectory } from "./capabilities/people/index.ts";
import { hireCast } from "./cast.fixture.ts";
import type { Cast } from "./cast.fixture.ts";
import { leadParts } from "./lead-parts.ts";
import type { Viewing } from "./platform/access/acting.ts";
import { Viewer } from "./platform/access/viewer.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestHttp } from "./platform/http/test-http.ts";
import type { House } from "./platform/ledger/context.ts";
import { look } from "./platform/ledger/look.ts";
import { countList } from "./platform/lists/count-list.ts";

const CALENDAR = { timeZone: "Asia/Shanghai" };
const CELLS = ["B2", "A1", "B2", "D4"] as const;
const HEATS = [55, 900, 300, 0] as const;
const UNSCORED = 3;

let house: House;
let http: TestHttp;
let cast: Cast;
/** Four leads with a score, in the order of CELLS and HEATS, then three without. */
const ids: string[] = [];
let viewer: Viewer;

beforeAll(async () => {
  const database = await createTestDatabase();
  house = database.house;
  cast = await hireCast(house);
  const directory = openDirectory(house, readPools);
  http = await openTestHttp({
    house,
    directory,
    messages: [leadsMessages, captureMessages],
    register(opened) {
      leadsRoutes(opened, leadParts);
      captureRoutes(opened);
    },
  });
  for (let number = 0; number < CELLS.length + UNSCORED; number++) {
    const identifiers = [{ kind: "phone", value: `1380002${String(1000 + number)}` }];
    const made = await http.as(cast.林晓).call(capture.create, { body: { name: `客户${number}`, identifiers } });
    ids.push(made.body.leadId);
  }
  for (const [index, cell] of CELLS.entries()) {
    await database.pool.query(
      `insert into lead_score values ($1, gen_random_uuid(), 10, $2, left($3, 1), right($3, 1)::int, $3, 'mql', null, now(), gen_random_uuid())`,
      [ids[index], HEATS[index], cell],
    );
  }
  const snapshot = await directory.snapshot();
  const person = snapshot.people.get(cast.林晓);
  if (!person) throw new Error("林晓 is not there");
  viewer = new Viewer(snapshot, person);
});

/** The whole list, two rows a page. */
async function pagedThrough(sort: string): Promise<string[]> {
  const read: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { sort, limit: "2", ...(cursor === undefined ? {} : { cursor }) };
    const page = await http.as(cast.林晓).call(leads.list, { query });
    expect(page.status, JSON.stringify(page.body)).toBe(200);
    read.push(...page.body.rows.map(({ id }: { id: string }) => id));
    cursor = page.body.nextCursor;
  } while (cursor !== undefined);
  return read;
}

const named = (...numbers: number[]): (string | undefined)[] => numbers.map((number) => ids[number]);

test("leads without a score stand behind all others in both directions, and page by page nobody is lost or shown twice", async () => {
  expect(await pagedThrough("-heat")).toEqual(named(1, 2, 0, 3, 6, 5, 4));
  expect(await pagedThrough("heat")).toEqual(named(3, 0, 2, 1, 4, 5, 6));
  expect(await pagedThrough("grade")).toEqual(named(1, 0, 2, 3, 4, 5, 6));
  expect(await pagedThrough("-grade")).toEqual(named(3, 2, 0, 1, 6, 5, 4));
});

test("orders by what every lead has run through all of them too", async () => {
  for (const sort of ["name", "-name", "clock", "-clock", "account", "captured"])
    expect((await pagedThrough(sort)).toSorted()).toEqual(ids.toSorted());
});

test("what takes longer than a glance to count is guessed and says so, and is counted when somebody asks", async () => {
  const list = leadList(viewer, leadParts);
  const costly = { ...list, always: sql<boolean>`(select count(*) from generate_series(1, 1000000)) > 0` };
  const choice = { filter: EVERYTHING, search: "" };
  await look(house, "list", async ({ tx, now }) => {
    const viewing = { tx, now, viewer } as Viewing;
    expect(await countList(list, { ...choice, thorough: false }, viewing, CALENDAR)).toEqual({
      count: ids.length,
      exact: true,
      rough: false,
    });
    expect(await countList(costly, { ...choice, thorough: false }, viewing, CALENDAR)).toMatchObject({
      exact: false,
      rough: true,
    });
    expect(await countList(costly, { ...choice, thorough: true }, viewing, CALENDAR)).toEqual({
      count: ids.length,
      exact: true,
      rough: false,
    });
  });
});

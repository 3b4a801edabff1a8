import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rmSync } from "node:fs";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { CommandSurroundings } from "../../platform/lifecycle/command-type.ts";
import { hireCast } from "../../cast.fixture.ts";
import { importCommand } from "./index.ts";

const command = importCommand(async () => []);
/** As the funnel of a marketplace is handed out: a semicolon file with a mark, old line ends and dates with points. */
const FUNNEL =
  "\ufeffmql_id;first_contact_date;landing_page_id;origin\r\n" +
  "dac32acd4db4c29c230538b72f8dd87d;2018.02.01;88740e65;social\r\n" +
  "8c18d1de7f67e60dbd64e3c07d7e9d5d;2017-10-20;007f9098;paid_search\r\n" +
  "b4bc852d233dfefc5131f593b538befa;32.01.2018;a7982125;organic_search\r\n";
const MAP = { columns: { mql_id: "memberId:olist", first_contact_date: "occurredAt", landing_page_id: "landingPage" } };

let database: TestDatabase;
let folder: string;
let said: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "tongzhou-import-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...words: string[]): Promise<void> {
  said = [];
  const surroundings: CommandSurroundings = {
    config: {} as never,
    newId: database.house.newId,
    say: (line) => void said.push(line),
    resolvePath: (path) => join(folder, path),
    openDatabase: async () => ({ pool: database.pool, connection: database.connection, description: "the test" }),
  };
  return command.run(words, surroundings);
}

test("before the first run it says what to do first", async () => {
  writeFileSync(join(folder, "funnel.csv"), FUNNEL);
  await expect(run("leads", "funnel.csv")).rejects.toThrow("npm start");
});

test("a file goes in with its map, its campaigns become drafts, and what stays out is written beside it", async () => {
  await hireCast(database.house);
  writeFileSync(join(folder, "map.json"), JSON.stringify(MAP));
  await run("leads", "funnel.csv", "--map", "map.json", "--campaign-column", "origin", "--as", "林晓");
  expect(said.join("\n")).toContain("2 rows brought somebody new, 0 were of people known already, 1 stayed out");
  const { rows: people } = await database.pool.query(
    "select kind, value from identifier where kind like 'member:%' order by value",
  );
  expect(people).toEqual([
    { kind: "member:olist", value: "8c18d1de7f67e60dbd64e3c07d7e9d5d" },
    { kind: "member:olist", value: "dac32acd4db4c29c230538b72f8dd87d" },
  ]);
  const { rows: touches } = await database.pool.query(
    "select c.name, c.type, t.details ->> 'landingPage' as page from touch as t join campaign as c on c.id = t.campaign_id order by 1",
  );
  expect(touches).toEqual([
    { name: "paid_search", type: "paid_ads", page: "007f9098" },
    { name: "social", type: "content", page: "88740e65" },
  ]);
  expect(readFileSync(join(folder, "funnel.csv.errors.csv"), "utf8")).toContain("看不懂这个时间");
});

test("wrong words, columns and maps are explained", async () => {
  await expect(run("contacts", "funnel.csv")).rejects.toThrow("Say what to import");
  await expect(run("leads", "funnel.csv", "--campaign-column", "channel")).rejects.toThrow(
    "There is no column channel; there are: mql_id, first_contact_date, landing_page_id, origin.",
  );
  writeFileSync(join(folder, "wrong.json"), '{ "columns": { "mql_id": "customer" } }');
  await expect(run("leads", "funnel.csv", "--map", "wrong.json")).rejects.toThrow("customer of column mql_id");
  writeFileSync(join(folder, "broken.json"), "{");
  await expect(run("leads", "funnel.csv", "--map", "broken.json")).rejects.toThrow("is no JSON");
  await expect(run("leads", "funnel.csv", "--as", "没有人")).rejects.toThrow("Nobody here is called 没有人");
});

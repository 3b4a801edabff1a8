import { beforeAll, expect, test } from "vitest";
import { people } from "@tongzhou/contract/people";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { CAST_PASSWORD, hireCast } from "../../cast.fixture.ts";
import type { Config } from "../../platform/config/read-config.ts";
import type { CommandSurroundings } from "../../platform/lifecycle/command-type.ts";
import { demoCommand } from "./demo-command.ts";
import { openDemoWorld } from "./demo-world.fixture.ts";
import type { DemoWorld } from "./demo-world.fixture.ts";

let world: DemoWorld;

beforeAll(async () => {
  world = await openDemoWorld();
});

/** Runs the command up to the loading, which is refused: what is left then is what the command made room for. */
async function run(database: TestDatabase, ...words: string[]): Promise<{ said: string[]; error: string }> {
  return runWhere({ demo: true }, database, ...words);
}

async function runWhere(
  config: Pick<Config, "demo">,
  database: TestDatabase,
  ...words: string[]
): Promise<{ said: string[]; error: string }> {
  const said: string[] = [];
  const surroundings = {
    config,
    newId: database.house.newId,
    say: (line: string) => void said.push(line),
    openDatabase: async () => ({ pool: database.pool, connection: database.connection, description: "this database" }),
  } as unknown as CommandSurroundings;
  const command = demoCommand(async () => {
    throw new Error("so far");
  });
  const error = await command.run(words, surroundings).then(
    () => "",
    (caught: Error) => caught.message,
  );
  return { said, error };
}

const countPeople = async ({ pool }: TestDatabase): Promise<number> =>
  (await pool.query("select 1 from person")).rowCount ?? 0;

test("a company of one's own is refused, whatever is agreed to", async () => {
  const own = await createTestDatabase();
  await hireCast(own.house);
  for (const words of [[], ["--yes"]]) {
    expect((await run(own, ...words)).error).toContain("this database holds a company of your own");
    expect(await countPeople(own)).toBe(8);
  }
});

test("a demo in which people have worked is kept until it is said that this may go", async () => {
  const { caller } = await world.enter("wutong@yunfan.test", CAST_PASSWORD);
  await caller.call(people.create, { body: { name: "李航", email: "lihang@yunfan.test", roleIds: [] } });
  const refused = await run(world.database);
  expect(refused.error).toContain("people have worked in it: 1 change, among them 1 person that are new");
  expect(refused.error).toContain("npm run demo -- --yes");
  expect(await countPeople(world.database)).toBe(9);
  const agreed = await run(world.database, "--yes");
  expect([agreed.error, await countPeople(world.database)]).toEqual(["so far", 0]);
  expect(agreed.said.join()).toContain("Removing the older demo with what was added to it");
});

test("where nobody asked for a demo none is loaded, and an older one stays", async () => {
  const demo = await openDemoWorld();
  const before = await countPeople(demo.database);
  const refused = await runWhere({ demo: false }, demo.database, "--yes");
  expect(refused.error).toContain("TONGZHOU_DEMO=1 npm run demo");
  expect(await countPeople(demo.database)).toBe(before);
});

test("what it does not know is refused by name", async () => {
  expect((await run(world.database, "--force")).error).toContain("not --force");
});

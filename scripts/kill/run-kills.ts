import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { parts } from "../../server/src/parts.ts";
import { systemClock } from "../../server/src/platform/clock.ts";
import { createAnnouncer } from "../../server/src/platform/events/create-announcer.ts";
import { createIds } from "../../server/src/platform/ids.ts";
import { seededRandom } from "../../server/src/platform/jobs/kill-workers.fixture.ts";
import { wakeWorkers } from "../../server/src/platform/jobs/release-dead-workers.ts";
import { startJobs } from "../../server/src/platform/jobs/start-jobs.ts";
import type { House } from "../../server/src/platform/ledger/context.ts";
import { BusyPeople } from "./busy-people.ts";
import type { Work } from "./caller.ts";
import { checkWorld } from "./check-world.ts";
import type { Check } from "./check-world.ts";
import { compareImports } from "./compare-imports.ts";
import { foundCompany } from "./found-company.ts";
import type { HouseProcess } from "./house-process.ts";
import { DISTURBED, openKillHouse, UNDISTURBED } from "./kill-house.ts";
import type { KillHouse } from "./kill-house.ts";
import { killVictim } from "./kill-victim.ts";
import type { Kill, Victim } from "./kill-victim.ts";
import { BATCH_ROWS, importByServer, importByUseCase, listOf, settingsOf } from "./list-import.ts";

/** Every victim in every work; the first five hit each of both. */
const ROUNDS: readonly (readonly [Victim, Work])[] = [
  ["database", "import"],
  ["worker", "routing"],
  ["server", "hand-off"],
  ["worker", "import"],
  ["database", "routing"],
  ["server", "import"],
  ["database", "hand-off"],
  ["server", "routing"],
  ["worker", "hand-off"],
];
const HITS_AT_LEAST = 0.8;
const SETTLED_WITHIN_MS = 90_000;
const LOOK_EVERY_MS = 100;
const BROKEN_SHOWN = 5;

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  /** The built program. */
  readonly program: string;
}

/** Runs the kills; one line a kill and a check, last `N passed, N failed`. @returns the exit code. */
export async function runKills({ kills, seed, program }: KillOptions): Promise<number> {
  console.log(`seed ${seed}`);
  const house = await openKillHouse(program);
  const tally = new Tally();
  try {
    await killInTurn(house, kills, seededRandom(seed), tally);
  } catch (error) {
    tally.count("the house went on", [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
  }
  if (tally.failed > 0) console.log(house.logs());
  await house.close();
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
}

async function killInTurn(house: KillHouse, kills: number, random: () => number, tally: Tally): Promise<void> {
  const [here, there] = [await openHouse(house, DISTURBED), await openHouse(house, UNDISTURBED)];
  const { cast, fieldIds } = await foundCompany(here);
  const twin = await foundCompany(there);
  const [settings, twinSettings] = [settingsOf(fieldIds), settingsOf(twin.fieldIds)];
  await house.startPrograms();
  const people = new BusyPeople(house.address, cast, random);
  const marketer = await people.signIn();
  const importIds: string[] = [];
  let hits = 0;

  for (let round = 1; round <= kills; round++) {
    const [victim, work] = ROUNDS[(round - 1) % ROUNDS.length] ?? ["worker", "import"];
    const list = listOf(round, new Date());
    const workerIds = await identify(here.pool, house.workers);
    people.start(victim === "worker" && work === "hand-off");
    const killing = killVictim(house, here.pool, workerIds, victim, work, random);
    const batchRows = victim === "server" ? undefined : BATCH_ROWS;
    const importing =
      victim === "server"
        ? importByServer(marketer, list, { settings })
        : importByUseCase(here, cast.林晓, list, { settings, batchRows });
    const [kill, importId] = await Promise.all([killing, importing]);
    await people.stop();
    importIds.push(importId);
    await settle(here.pool);
    await importUndisturbed(house, there, () =>
      importByUseCase(there, twin.cast.林晓, list, { settings: twinSettings, batchRows }),
    );

    if (kill.inFlight > 0) hits += 1;
    await settle(here.pool); // schedules go on meanwhile
    const checks = await checkWorld(here.pool, people.acknowledged, importIds);
    const differing = await compareImports(here.pool, there.pool, round);
    const all = [...checks, { name: "the list came to the same as undisturbed", broken: differing }, survivors(house)];
    const arrived = people.acknowledged.arrivals.size;
    console.log(
      `killed  ${round}/${kills} ${tellKill(kill)}; ${arrived} leads and ${people.acknowledged.answers.length} answers so far`,
    );
    tally.count(
      `after kill ${round}`,
      all.flatMap(({ name, broken }) => broken.slice(0, BROKEN_SHOWN).map((one) => `${name}: ${one}`)),
    );
  }
  await settle(here.pool);
  for (const { name, broken } of await checkWorld(here.pool, people.acknowledged, importIds)) tally.count(name, broken);
  tally.count(
    "all lists came to the same as undisturbed, turns in the same order",
    await compareImports(here.pool, there.pool),
  );
  const { name, broken } = survivors(house);
  tally.count(name, broken);
  tally.count(
    `work was in flight in ${hits} of ${kills} kills`,
    hits >= kills * HITS_AT_LEAST ? [] : ["too few to say anything"],
  );
  await Promise.all([here.pool.end(), there.pool.end()]);
}

async function openHouse(house: KillHouse, database: string): Promise<House> {
  const admin = house.openPoolOf(house.postgres.connection.database);
  await admin.query(`create database ${database}`);
  await admin.end();
  return {
    pool: house.openPoolOf(database),
    clock: systemClock,
    newId: createIds(systemClock),
    announcer: createAnnouncer(parts.subscriptions ?? []),
  };
}

/** Which row of `worker_process` is whose: the newest are those that were started last. */
async function identify(pool: Pool, workers: readonly HouseProcess[]): Promise<Map<string, HouseProcess>> {
  const { rows } = await pool.query<{ id: string }>("select id from worker_process order by id desc limit $1", [
    workers.length,
  ]);
  const byAge = workers.toSorted((a, b) => b.startedAt - a.startedAt);
  return new Map(rows.flatMap(({ id }, place) => (byAge[place] ? [[id, byAge[place]] as const] : [])));
}

/** Waits until everything that was begun is done. Jobs that lost their connection wait for their back-off; here nobody does. */
async function settle(pool: Pool): Promise<void> {
  const until = Date.now() + SETTLED_WITHIN_MS;
  while (Date.now() < until) {
    await pool.query(
      "update graphile_worker._private_jobs set run_at = now() where locked_at is null and attempts > 0 and attempts < max_attempts",
    );
    await wakeWorkers(pool);
    const { rowCount } = await pool.query(
      "select from graphile_worker._private_jobs where attempts < max_attempts or locked_at is not null limit 1",
    );
    const running = await pool.query("select from long_operation where state in ('queued', 'running') limit 1");
    if (!rowCount && !running.rowCount) return;
    await sleep(LOOK_EVERY_MS);
  }
}

/** The same import where nobody is killed: done by the same jobs, in this process. */
async function importUndisturbed(house: KillHouse, there: House, begin: () => Promise<string>): Promise<void> {
  const { subscriptions = [], longOperations = [] } = parts;
  const connection = house.connectionOf(UNDISTURBED);
  const jobs = await startJobs({ house: there, connection, subscriptions, longOperations });
  await begin();
  await settle(there.pool);
  await jobs.stop();
}

function survivors({ web, workers, givenUp }: KillHouse): Check {
  const ended = [web, ...workers].filter(({ endedByItself }) => endedByItself > 0).map(({ name }) => name);
  return { name: "nothing ended that was not killed", broken: [...ended, ...givenUp.map(String)] };
}

function tellKill({ how, work, inFlight }: Kill): string {
  return `${how} in ${work}, ${inFlight} under way`;
}

/** Counts and prints checks. */
class Tally {
  passed = 0;
  failed = 0;

  count(name: string, broken: readonly string[]): void {
    if (broken.length === 0) this.passed += 1;
    else this.failed += 1;
    console.log(broken.length === 0 ? `passed  ${name}` : `FAILED  ${name}`);
    for (const one of broken.slice(0, BROKEN_SHOWN)) console.log(`        ${one}`);
  }
}

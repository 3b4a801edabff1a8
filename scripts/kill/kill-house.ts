import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { openPool } from "../../server/src/platform/database/open-pool.ts";
import type { Connection } from "../../server/src/platform/database/open-pool.ts";
import { keepPostgresRunning } from "../../server/src/platform/lifecycle/keep-postgres-running.ts";
import { startPostgres } from "../../server/src/platform/postgres/start-postgres.ts";
import type { RunningPostgres } from "../../server/src/platform/postgres/start-postgres.ts";
import { HouseProcess } from "./house-process.ts";

const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 50;
const LOG_SHOWN = 3000;

/** The database in which everything is killed, and its twin in which nothing is. */
export const DISTURBED = "kill_disturbed";
export const UNDISTURBED = "kill_undisturbed";

/** A PostgreSQL that keeps what it acknowledged, and the built programs on it: one that serves and two that work. */
export interface KillHouse {
  readonly postgres: RunningPostgres;
  readonly address: string;
  readonly web: HouseProcess;
  readonly workers: readonly HouseProcess[];
  /** Databases that did not come back by themselves. */
  readonly givenUp: Error[];
  connectionOf(database: string): Connection;
  openPoolOf(database: string): Pool;
  /** Starts the programs; the databases must be prepared by then. */
  startPrograms(): Promise<void>;
  /** The end of what the programs wrote to their logs. */
  logs(): string;
  close(): Promise<void>;
}

export async function openKillHouse(program: string): Promise<KillHouse> {
  const folder = mkdtempSync(join(tmpdir(), "tongzhou-kill-"));
  chmodSync(folder, 0o711); // mkdtemp makes 0700, which the account that root lends could not enter
  const postgres = await startPostgres({ dataDir: join(folder, "database"), tuning: "durable" });
  const givenUp: Error[] = [];
  void keepPostgresRunning(postgres, { onRestart: () => undefined, onGiveUp: (error) => void givenUp.push(error) });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const connectionOf = (database: string): Connection => ({ ...postgres.connection, database });
  const openPoolOf = (database: string): Pool => openPool(connectionOf(database), { max: 6 });
  const watching = openPoolOf(DISTURBED);

  const { host, user } = postgres.connection;
  const shared = {
    DATABASE_URL: `postgresql://${user}@/${DISTURBED}?host=${host}`,
    TONGZHOU_DATA_DIR: folder,
    TONGZHOU_LOG: "warn",
  };
  const logOf = (name: string): string => join(folder, `${name}.log`);
  const web = new HouseProcess({
    name: "server",
    program,
    logFile: logOf("server"),
    environment: { ...shared, TONGZHOU_ROLE: "web", TONGZHOU_PORT: String(port) },
    ready: (isAlive) => waitFor(isAlive, async () => (await fetch(`${address}/api/health`)).status === 200),
  });
  const workers = ["worker-1", "worker-2"].map(
    (name) =>
      new HouseProcess({
        name,
        program,
        logFile: logOf(name),
        environment: { ...shared, TONGZHOU_ROLE: "worker" },
        async ready(isAlive) {
          const known = await processIds(watching);
          await waitFor(isAlive, async () => (await processIds(watching)).some((id) => !known.includes(id)));
        },
      }),
  );
  const programs = [web, ...workers];
  return {
    postgres,
    address,
    web,
    workers,
    givenUp,
    connectionOf,
    openPoolOf,
    async startPrograms() {
      for (const each of [...workers, web]) await each.start();
    },
    logs: () =>
      [
        ...programs.map(({ name }) => [name, logOf(name)] as const),
        ["database", join(folder, "database", "postgres.log")] as const,
      ]
        .map(([name, file]) => `${name}:\n${endOf(file)}`)
        .join("\n"),
    async close() {
      for (const each of programs) await each.kill();
      await watching.end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function processIds(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>("select id from worker_process");
  return rows.map(({ id }) => id);
}

/** Waits until it is so; while the database or the server is away it is not. */
async function waitFor(isAlive: () => boolean, isSo: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await isSo().catch(() => false))) {
    if (!isAlive()) throw new Error("a program of the house ended while it started");
    if (Date.now() > until) throw new Error("a program of the house was not ready in time");
    await sleep(LOOK_EVERY_MS);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function endOf(file: string): string {
  try {
    return readFileSync(file, "utf8").slice(-LOG_SHOWN);
  } catch {
    return "";
  }
}

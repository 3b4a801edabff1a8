import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Client, type QueryResultRow } from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FolderInUse } from "./claim-folder.ts";
import { inspectProcess } from "./inspect-process.ts";
import { locateNatives, nativeProgram } from "./locate-natives.ts";
import { readPostmasterPid } from "./read-postmaster-pid.ts";
import { startPostgres, type PostgresOptions, type RunningPostgres } from "./start-postgres.ts";

const PARENT = fileURLToPath(new URL("./postgres-parent.fixture.ts", import.meta.url));
const IS_ROOT = process.getuid?.() === 0;

/** Long, because a test machine may be doing a lot else; each takes one or two seconds. */
const PATIENCE_MS = 60_000;
vi.setConfig({ testTimeout: 2 * PATIENCE_MS });

// Most tests use one cluster, each finding what the one before it left; the others make their own below `folder`.
const usual = makeFolder();
let folder: string;
let running: RunningPostgres[];
let children: ChildProcess[];

beforeEach(() => {
  folder = makeFolder();
  running = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const postgres of running) await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

afterAll(() => {
  rmSync(usual, { recursive: true, force: true });
});

function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), "tongzhou-launcher-"));
  chmodSync(made, 0o711); // mkdtemp makes 0700, which the account that root lends could not enter
  return made;
}

async function start(options: Partial<PostgresOptions> = {}): Promise<RunningPostgres> {
  const postgres = await startPostgres({ dataDir: join(usual, "data"), tuning: "fast", ...options });
  running.push(postgres);
  return postgres;
}

async function ask<Row extends QueryResultRow>(postgres: RunningPostgres, sql: string): Promise<Row[]> {
  const client = new Client(postgres.connection);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts a program that starts PostgreSQL on the data folder, and waits until it has acknowledged some rows. */
async function startParent(): Promise<{ child: ChildProcess; postmaster: number; acknowledged: () => number }> {
  const child = spawn(process.execPath, ["--import", "tsx", PARENT, join(usual, "data")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  let postmaster = 0;
  let last = 0;
  const enough = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith("postmaster ")) postmaster = Number(line.slice("postmaster ".length));
      else last = Number(line);
      if (last >= 20) resolve();
    });
  });
  await Promise.race([enough, once(child, "exit").then(() => Promise.reject(new Error("the parent ended early")))]);
  return { child, postmaster, acknowledged: () => last };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  // "close" comes after everything the program had printed was read.
  await once(child, "close");
}

async function until(what: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!what()) {
    if (Date.now() > end) throw new Error("waited in vain");
    await sleep(10);
  }
}

async function numbersIn(postgres: RunningPostgres): Promise<number> {
  const [row] = await ask<{ count: number }>(postgres, "select count(*)::int as count from acknowledged");
  return row?.count ?? 0;
}

describe("the first start", () => {
  test("makes a UTF-8 cluster that sorts by the builtin C.UTF-8, splits Chinese into trigrams and keeps commits", async () => {
    const postgres = await start({ dataDir: join(folder, "data"), tuning: "durable" });
    const [row] = await ask<Record<string, string>>(
      postgres,
      `select pg_encoding_to_char(encoding) as encoding, datlocprovider::text as provider, datlocale as locale,
              current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('jit') as jit, current_setting('shared_buffers') as buffers
       from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({
      encoding: "UTF8",
      provider: "b",
      locale: "C.UTF-8",
      fsync: "on",
      commit: "on",
      jit: "off",
      buffers: "512MB",
    });
    await ask(postgres, "create extension pg_trgm");
    const [trigrams] = await ask<{ count: number }>(postgres, "select cardinality(show_trgm('北京科技')) as count");
    expect(trigrams?.count).toBe(5);
  });

  test("listens on no TCP port, and lets nobody else into its folders", async () => {
    const postgres = await start({ dataDir: join(folder, "data") });
    const [row] = await ask<{ addresses: string }>(postgres, "select current_setting('listen_addresses') as addresses");
    expect(row?.addresses).toBe("");
    expect(statSync(postgres.clusterFolder).mode & 0o777).toBe(0o700);
    expect(statSync(postgres.connection.host).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "data")).mode & 0o777).toBe(IS_ROOT ? 0o711 : 0o700);
  });

  test("begins anew where an earlier first start was interrupted", async () => {
    mkdirSync(join(folder, "data", "postgres.unfinished-1"), { recursive: true });
    writeFileSync(join(folder, "data", "postgres.unfinished-1", "PG_VERSION"), "17\n");
    const postgres = await start({ dataDir: join(folder, "data") });
    expect(await ask(postgres, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(readdirSync(join(folder, "data")).filter((name) => name.includes("unfinished"))).toEqual([]);
  });

  test("finds a short place for the socket when the data folder's path is long", async () => {
    const long = join(folder, "一个很长的文件夹名字".repeat(5), "data");
    mkdirSync(long, { recursive: true });
    const postgres = await start({ dataDir: long });
    expect(Buffer.byteLength(postgres.connection.host) + "/.s.PGSQL.5432".length).toBeLessThan(100);
    expect(await ask(postgres, "select 1 as one")).toEqual([{ one: 1 }]);
    rmSync(postgres.connection.host, { recursive: true, force: true });
  });

  test("works from a package whose library links were never made", async () => {
    const copy = join(folder, "package", "native");
    const installed = locateNatives();
    cpSync(installed.folder, copy, { recursive: true, verbatimSymlinks: true });
    for (const name of readdirSync(join(copy, "lib"))) {
      if (name.includes(".so.5") && name.startsWith("libpq") && name !== "libpq.so.5.17")
        rmSync(join(copy, "lib", name));
    }
    expect(existsSync(join(copy, "lib", "libpq.so.5"))).toBe(false);
    const postgres = await start({ dataDir: join(folder, "data"), natives: { ...installed, folder: copy } });
    expect(await ask(postgres, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(existsSync(join(copy, "lib", "libpq.so.5"))).toBe(true);
  });
});

describe("a start on data that was used before", () => {
  test("is refused while another program runs on it, and says where that one answers", async () => {
    const first = await start();
    first.claim.describe({ address: "http://127.0.0.1:3000" });
    const second = startPostgres({ dataDir: join(usual, "data") });
    await expect(second).rejects.toBeInstanceOf(FolderInUse);
    await expect(second).rejects.toThrow("already running on this data at http://127.0.0.1:3000");
    expect(await ask(first, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("finds the rows again after a clean stop", async () => {
    const first = await start();
    await ask(first, "create table found_again as select 7 as number");
    await first.stop();
    const second = await start();
    expect(await ask(second, "select number from found_again")).toEqual([{ number: 7 }]);
    expect(second.cleared).toBe("nothing");
  });

  test("says so when the data folder cannot be written", async () => {
    const dataDir = join(folder, "data");
    writeFileSync(dataDir, "a file where a folder should be");
    await expect(start({ dataDir })).rejects.toThrow(
      /^The data folder .+ cannot be used \(.+Start as the user it belongs to/,
    );
  });

  test("puts right a data folder that others could read", async () => {
    const first = await start();
    await first.stop();
    chmodSync(first.clusterFolder, 0o755);
    await start();
    expect(statSync(first.clusterFolder).mode & 0o777).toBe(0o700);
  });

  test("after kill -9 of the program finds no server left behind and every acknowledged row", async () => {
    const { child, postmaster, acknowledged } = await startParent();
    await kill(child);
    await until(() => inspectProcess(postmaster).state !== "alive");
    const postgres = await start();
    expect(postgres.cleared).not.toBe("orphan stopped");
    expect(await numbersIn(postgres)).toBeGreaterThanOrEqual(acknowledged());
  });

  test("stops a server that lost both its program and its guard, and finds every acknowledged row", async () => {
    const { child, postmaster, acknowledged } = await startParent();
    process.kill(guardOf(join(usual, "data", "postgres")), "SIGKILL");
    await kill(child);
    await sleep(200);
    expect(inspectProcess(postmaster).state).toBe("alive");
    const postgres = await start();
    expect(postgres.cleared).toBe("orphan stopped");
    expect(inspectProcess(postmaster).state).not.toBe("alive");
    expect(await numbersIn(postgres)).toBeGreaterThanOrEqual(acknowledged());
  });

  test("is not misled by a lock file whose number another program has now", async () => {
    const first = await start();
    await first.stop();
    writeLock(first.clusterFolder, process.pid);
    const second = await start();
    expect(second.cleared).toBe("another program");
    expect(await ask(second, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("is not misled by a lock file that names a zombie", async () => {
    const first = await start();
    await first.stop();
    // The shell's child ends, and the program the shell turns into never asks for it.
    const keeper = spawn("/bin/sh", ["-c", "sleep 0 & echo $!; exec sleep 60"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    children.push(keeper);
    const [line] = (await once(keeper.stdout, "data")) as [Buffer];
    const zombie = Number(line.toString());
    await until(() => inspectProcess(zombie).state === "zombie");
    writeLock(first.clusterFolder, zombie);
    const second = await start();
    expect(second.cleared).toBe("zombie");
  });

  test("leaves a PostgreSQL alone that somebody else started on the folder", async () => {
    const first = await start();
    await first.stop();
    const { uid, gid } = statSync(first.clusterFolder);
    const foreign = spawn(
      nativeProgram(locateNatives(), "postgres"),
      ["-D", first.clusterFolder, "-c", "listen_addresses=", "-c", `unix_socket_directories=${first.connection.host}`],
      { stdio: "ignore", env: {}, cwd: first.clusterFolder, ...(IS_ROOT ? { uid, gid } : {}) },
    );
    children.push(foreign);
    await until(() => readPostmasterPid(first.clusterFolder)?.status === "ready");
    await expect(start()).rejects.toThrow(`did not start (process ${foreign.pid})`);
    expect(inspectProcess(foreign.pid ?? 0).state).toBe("alive");
    foreign.kill("SIGINT");
    await once(foreign, "exit");
  });
});

test("a server killed with -9 starts again on the same socket with every row", async () => {
  const postgres = await start({ tuning: "durable" });
  await ask(postgres, "create table kept as select generate_series(1, 1000) as number");
  const before = postgres.pid;
  process.kill(before, "SIGKILL");
  await postgres.ended();
  await postgres.restart();
  expect(postgres.pid).not.toBe(before);
  expect(await ask(postgres, "select count(*)::int as count from kept")).toEqual([{ count: 1000 }]);
});

test("below a folder only root may enter, root's cluster goes to the system's folder and a note says so", async () => {
  const closed = join(folder, "closed");
  const dataDir = join(closed, "data");
  const systemFolder = join(folder, "system");
  const installed = locateNatives();
  const natives = { ...installed, folder: join(closed, "package", "native") };
  mkdirSync(dataDir, { recursive: true });
  cpSync(installed.folder, natives.folder, { recursive: true, verbatimSymlinks: true });
  chmodSync(closed, 0o700);

  const first = await start({ dataDir, natives, systemFolder });
  await ask(first, "create table kept as select 7 as number");
  if (!IS_ROOT) {
    expect(first.clusterFolder).toBe(join(dataDir, "postgres"));
    return;
  }
  expect(first.clusterFolder.startsWith(systemFolder)).toBe(true);
  expect(readdirSync(systemFolder).some((name) => name.startsWith("natives-"))).toBe(true);
  expect(first.notices.join("\n")).toContain(first.clusterFolder);
  expect(readFileSync(join(dataDir, "database-is-elsewhere.txt"), "utf8")).toContain(first.clusterFolder.slice(0, -9));
  await first.stop();

  // The note holds even when the folder can be entered later: data is never passed over for an empty cluster.
  chmodSync(closed, 0o755);
  const second = await start({ dataDir, natives, systemFolder });
  expect(await ask(second, "select number from kept")).toEqual([{ number: 7 }]);
  await second.stop();

  rmSync(systemFolder, { recursive: true, force: true });
  await expect(start({ dataDir, natives, systemFolder })).rejects.toThrow("but it is not there");
});

/** The guard's process, found by its command line. */
function guardOf(clusterFolder: string): number {
  const lines = execFileSync("ps", ["-axo", "pid=,command="], { encoding: "utf8" }).split("\n");
  const line = lines.find((text) => text.includes("tongzhou-database-guard") && text.includes(clusterFolder));
  if (line === undefined) throw new Error("no guard is running");
  return Number.parseInt(line, 10);
}

function writeLock(clusterFolder: string, pid: number): void {
  const { uid, gid } = statSync(clusterFolder);
  const file = join(clusterFolder, "postmaster.pid");
  writeFileSync(file, `${pid}\n${clusterFolder}\n1700000000\n5432\n/tmp\n\n  0  0\nready   \n`, { mode: 0o600 });
  if (IS_ROOT) chownSync(file, uid, gid);
}

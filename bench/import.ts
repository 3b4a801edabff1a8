// `npm run bench -- import [--rows 200000] [--runs 3] [--batch ROWS] [--profile]`: what an import costs against two COPYs of
// the same run, how much memory it takes, what undoing it costs, and how long a form waits meanwhile.
import { chmodSync, createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ImportSettings } from "@tongzhou/contract/import-settings";
import {
  beginImport,
  IMPORT_LEADS,
  importsLongOperations,
  storeImportFile,
} from "../server/src/capabilities/imports/index.ts";
import { createPerson, findRoleId } from "../server/src/capabilities/people/index.ts";
import { hireCast } from "../server/src/cast.fixture.ts";
import { parts } from "../server/src/parts.ts";
import { movableClock } from "../server/src/platform/clock.ts";
import { openPool } from "../server/src/platform/database/open-pool.ts";
import { createAnnouncer } from "../server/src/platform/events/create-announcer.ts";
import { createIds } from "../server/src/platform/ids.ts";
import { readLongOperation } from "../server/src/platform/jobs/list-long-operations.ts";
import { runBatch } from "../server/src/platform/jobs/run-batch.ts";
import type { House } from "../server/src/platform/ledger/context.ts";
import { operate } from "../server/src/platform/ledger/operate.ts";
import { operationKind } from "../server/src/platform/ledger/operation-kind.ts";
import { undoOperation } from "../server/src/platform/ledger/undo/undo-operation.ts";
import { boundHeapGrowth } from "../server/src/platform/lifecycle/bound-heap-growth.ts";
import { migrateDatabase } from "../server/src/platform/lifecycle/migrate-database.ts";
import { startPostgres } from "../server/src/platform/postgres/start-postgres.ts";
import { makeReady } from "../server/src/ready-house.fixture.ts";
import { submitFormsDuring } from "./form-arrivals.ts";
import { LEAD_COLUMNS, writeLeadFile } from "./lead-file.ts";
import { QueryTimes } from "./query-times.ts";
import { cpuOfServer, highestMib, residentMib, watchMemory } from "./resources.ts";
import { copyFile, copyWrittenRows, countRows } from "./yardsticks.ts";

const HIRE = operationKind("bench.hire");
const REPS = 50;
const MORNING = new Date("2025-11-21T01:24:00.000Z");
const STATEMENTS_SHOWN = 30;
const FORMS_A_SECOND = 50;
/** The import that forms are submitted beside is a part of the measured one: some seconds show what one waits for. */
const BESIDE_FORMS = 0.1;
const FEWEST_BESIDE_FORMS = 10_000;
/** Derived rows are taken away by the jobs that hear of the undo; what was told and what became of each row stays. */
const STAYS: ReadonlySet<string> = new Set(["lead_score", "lead_clock", "notification", "import_row"]);
const BAR = { a: 3, b: 25, memory: 512, undo: 0.5, formMs: 1000 };

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "200000" },
    runs: { type: "string", default: "3" },
    batch: { type: "string" },
    profile: { type: "boolean", default: false },
  },
});
const ROWS = Number(values.rows);
const BATCH_ROWS = values.batch === undefined ? undefined : Number(values.batch);

interface Run {
  readonly importMs: number;
  readonly aMs: number;
  readonly bMs: number;
  readonly undoMs: number;
  readonly peakMib: number;
  /** Milliseconds of processor of the import; undefined where the kernel does not say. */
  readonly serverCpuMs: number | undefined;
  readonly nodeCpuMs: number;
  /** What each form waited that was submitted while an import ran. */
  readonly formMs: readonly number[];
}

boundHeapGrowth(); // as the program does when it starts
const folder = mkdtempSync(join(tmpdir(), "tongzhou-bench-"));
chmodSync(folder, 0o711); // mkdtemp makes 0700, which the account that root lends could not enter
const postgres = await startPostgres({ dataDir: join(folder, "database"), tuning: "durable" });
const times = new QueryTimes();
console.log(`node holds ${residentMib().toFixed(0)} MiB before the first import`);
if (values.profile) times.watch();
try {
  const runs: Run[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    runs.push(await runOnce(`bench_${run}`));
    console.log(lineOf(String(run + 1), runs.at(-1)!));
  }
  report(runs);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

async function runOnce(database: string): Promise<Run> {
  const admin = openPool({ ...postgres.connection, database: "postgres" }, { max: 1 });
  await admin.query(`create database ${database}`);
  const pool = openPool({ ...postgres.connection, database }, { max: 6 });
  const clock = movableClock(MORNING);
  const newId = createIds({ now: () => new Date() });
  await migrateDatabase(pool, newId);
  const house: House = { pool, clock, newId, announcer: createAnnouncer(parts.subscriptions ?? []) };
  const personId = await prepare(house);

  const known = Math.floor(ROWS / 10);
  const base = join(folder, "base.csv");
  const file = join(folder, "leads.csv");
  const companies = Math.max(1, Math.floor(ROWS * 0.3));
  await writeLeadFile({ path: base, rows: known, known: 0, firstPerson: 0, companies });
  await writeLeadFile({ path: file, rows: ROWS, known, firstPerson: known, companies });
  await importFile(house, personId, base);
  await pool.query("vacuum analyze");
  const before = await countRows(pool);

  times.clear();
  const peak = watchMemory();
  const cpuBefore = { server: cpuOfServer(postgres.pid), node: process.cpuUsage() };
  const began = performance.now();
  const id = await importFile(house, personId, file);
  await flushIndexes(house);
  const importMs = performance.now() - began;
  const peakMib = peak.stop();
  const used = process.cpuUsage(cpuBefore.node);
  const serverCpu = cpuOfServer(postgres.pid);
  const serverCpuMs =
    serverCpu === undefined || cpuBefore.server === undefined ? undefined : serverCpu - cpuBefore.server;
  const nodeCpuMs = (used.user + used.system) / 1000;
  if (values.profile) console.log(times.lines(STATEMENTS_SHOWN).join("\n"));

  const aMs = await copyWrittenRows(pool, folder, before);
  const bMs = await copyFile(pool, file, LEAD_COLUMNS);
  times.clear();
  const undoMs = await undo(house, id, personId);
  if (values.profile) console.log(times.lines(STATEMENTS_SHOWN).join("\n"));
  const after = await countRows(pool);
  for (const [name, rows] of after) {
    if (!STAYS.has(name) && rows !== before.get(name))
      throw new Error(`${name}: ${rows} rows after the undo, ${before.get(name)} before the import`);
  }
  const formMs = await importBesideForms(house, database, personId, companies);
  await pool.end();
  await admin.query(`drop database ${database} with (force)`);
  await admin.end();
  return { importMs, aMs, bMs, undoMs, peakMib, serverCpuMs, nodeCpuMs, formMs };
}

/** Another import of other people, while forms are submitted. */
async function importBesideForms(
  house: House,
  database: string,
  personId: string,
  companies: number,
): Promise<number[]> {
  const rows = Math.max(FEWEST_BESIDE_FORMS, ROWS * BESIDE_FORMS);
  const path = join(folder, "beside.csv");
  await writeLeadFile({ path, rows, known: 0, firstPerson: 3 * ROWS, companies });
  // Connections of its own, as a process has that answers requests while another one imports.
  const pool = openPool({ ...postgres.connection, database }, { max: 16 });
  const waited = await submitFormsDuring({ ...house, pool }, FORMS_A_SECOND, importFile(house, personId, path));
  await pool.end();
  return waited;
}

/** 云帆智能 with fifty reps, a standard in force and a rule that shares out. @returns who imports. */
async function prepare(house: House): Promise<string> {
  const cast = await hireCast(house);
  await makeReady(house, cast);
  await operate(house, { actor: { kind: "system" }, kind: HIRE, source: "command" }, async (context) => {
    const roleId = (await findRoleId(context, "rep")) ?? "";
    const signIn = { passwords: { create: async () => context.newId() } as never };
    for (let rep = 0; rep < REPS; rep++) {
      const [name, email] = [`销售${rep}`, `rep${rep}@yunfan.test`];
      const password = "a-long-password";
      await createPerson(context, signIn, { name, email, teamId: cast.teams.华东组, roleIds: [roleId], password });
    }
  });
  return cast.林晓;
}

async function importFile(house: House, personId: string, path: string): Promise<string> {
  const bringer = { personId };
  const { fileId } = await storeImportFile(house, bringer, "leads.csv", createReadStream(path));
  const settings = ImportSettings.parse({ columns: LEAD_COLUMNS.map((target, column) => ({ column, target })) });
  const { result: id } = await operate(
    house,
    { actor: { kind: "person", personId }, kind: IMPORT_LEADS, source: "command" },
    (context) => beginImport(house, context, bringer, fileId, settings, BATCH_ROWS),
  );
  const [definition] = importsLongOperations;
  if (!definition) throw new Error("imports have no long operation");
  while ((await runBatch(house, definition, id)) === "more");
  const ended = await readLongOperation(house.pool, id);
  if (ended?.state !== "done" || ended.counts["rejected"] !== 0)
    throw new Error(`not all went in: ${JSON.stringify(ended)}`);
  return id;
}

/** Entries that GIN indexes have put off. */
async function flushIndexes({ pool }: House): Promise<void> {
  await pool.query(
    `select gin_clean_pending_list(i.oid) from pg_class as i join pg_am as m on m.oid = i.relam
     where m.amname = 'gin' and i.relkind = 'i'`,
  );
}

async function undo(house: House, operationId: string, personId: string): Promise<number> {
  const began = performance.now();
  const undone = await undoOperation(house, { operationId, actor: { kind: "person", personId }, source: "command" });
  if (!("report" in undone) || undone.report.stayingCount > 0) throw new Error(`not undone: ${JSON.stringify(undone)}`);
  return performance.now() - began;
}

function lineOf(name: string, run: Run): string {
  const { importMs, aMs, bMs, undoMs, peakMib, serverCpuMs, nodeCpuMs, formMs } = run;
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).padStart(7)} s`;
  const perLead = (ms: number | undefined): string =>
    ms === undefined ? "    ?" : ((ms / ROWS) * 1000).toFixed(0).padStart(5);
  return [
    `${name.padEnd(4)}import ${seconds(importMs)} ${perLead(importMs)} µs/lead (processor: server ${perLead(serverCpuMs)}, node ${perLead(nodeCpuMs)})`,
    `    A ${seconds(aMs)} ${(importMs / aMs).toFixed(1).padStart(5)} ×  B ${seconds(bMs)} ${(importMs / bMs).toFixed(1).padStart(5)} ×  A is ${(aMs / bMs).toFixed(1)} × B  undo ${seconds(undoMs)} ${(undoMs / importMs).toFixed(2)} ×  node ${peakMib.toFixed(0)} MiB`,
    `    ${formLine(formMs)}`,
  ].join("\n");
}

function formLine(waited: readonly number[]): string {
  return `form submit → lead matched, scored, routed, rep told, at ${FORMS_A_SECOND}/s while an import runs: ${waited.length} forms, p50 ${quantile(waited, 0.5).toFixed(0)} ms, p95 ${quantile(waited, 0.95).toFixed(0)} ms`;
}

function quantile(measured: readonly number[], part: number): number {
  const sorted = measured.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function report(runs: readonly Run[]): void {
  const median = (of: (run: Run) => number): number => quantile(runs.map(of), 0.5);
  console.log(
    `${ROWS} rows, ${runs.length} runs; bars: A ≤ ${BAR.a} ×, B ≤ ${BAR.b} ×, undo ≤ ${BAR.undo} ×, memory ≤ ${BAR.memory} MiB, form p95 ≤ ${BAR.formMs} ms`,
  );
  console.log(formLine(runs.flatMap(({ formMs }) => formMs)));
  const highest = highestMib();
  if (highest !== undefined)
    console.log(`node at its highest, yardsticks and undo included: ${highest.toFixed(0)} MiB`);
  console.log(`import undo ${median((run) => run.undoMs / run.importMs).toFixed(2)} ×`);
  console.log(`import memory ${Math.max(...runs.map((run) => run.peakMib)).toFixed(0)} MiB`);
  console.log(`import A ${median((run) => run.importMs / run.aMs).toFixed(1)} ×`);
  console.log(`import B ${median((run) => run.importMs / run.bMs).toFixed(1)} ×`);
}

import { createReadStream, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { ImportFile } from "@tongzhou/contract/imports";
import { systemClock } from "../../platform/clock.ts";
import { ExplainedError } from "../../platform/config/explained-error.ts";
import { createAnnouncer } from "../../platform/events/create-announcer.ts";
import type { Subscription } from "../../platform/events/subscription.ts";
import { areJobsAlive } from "../../platform/jobs/job-overview.ts";
import { readLongOperation } from "../../platform/jobs/list-long-operations.ts";
import type { LongOperationView } from "../../platform/jobs/list-long-operations.ts";
import type { LongOperationDefinition } from "../../platform/jobs/long-operation.ts";
import { runBatch } from "../../platform/jobs/run-batch.ts";
import type { Actor, House } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import { operate } from "../../platform/ledger/operate.ts";
import type { Command, CommandSurroundings } from "../../platform/lifecycle/command-type.ts";
import { migrateDatabase } from "../../platform/lifecycle/migrate-database.ts";
import { Phrasebook } from "../../platform/problems/sentences.ts";
import { findCompany } from "../people/index.ts";
import { beginImport, IMPORT_LEADS } from "./begin-import.ts";
import { readCounts } from "./domain/import-counts.ts";
import { importLeads } from "./imports.jobs.ts";
import type { Bringer } from "./imports.access.ts";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import { openSheet } from "./open-sheet.ts";
import { openImportFile } from "./open-import-file.ts";
import { findPeopleByName } from "./queries/name-rows.ts";
import { readMapFile, settingsFor } from "./read-map-file.ts";
import { storeImportFile } from "./store-import-file.ts";
import { writeErrorFile } from "./write-error-file.ts";

const USAGE = "leads FILE [--sheet NAME] [--map MAPFILE] [--campaign-column COLUMN] [--as NAME]";
const LOOK_EVERY_MS = 500;
const ENDED = ["done", "failed", "stopped", "paused"];

/**
 * `import leads FILE`: imports a file as the page does, and waits until it is in. A running program does the work where
 * there is one; otherwise this process does.
 * @param subscriptions who listens to what an import announces; loaded when the command runs.
 */
export function importCommand(subscriptions: () => Promise<readonly Subscription[]>): Command {
  return {
    name: "import",
    usage: USAGE,
    summary: "import a CSV or XLSX file of leads; rows that cannot go in are written to FILE.errors.csv",
    async run(words, surroundings) {
      const asked = readWords(words, surroundings);
      const { pool, description } = await surroundings.openDatabase("beside");
      await migrateDatabase(pool, surroundings.newId);
      const announcer = createAnnouncer(await subscriptions());
      const house: House = { pool, clock: systemClock, newId: surroundings.newId, announcer };
      await requireBegunCompany(house);
      const bringer = await findBringer(house, asked.as);
      const id = await begin(house, bringer, asked);
      surroundings.say(`Importing ${asked.file} into ${description} …`);
      const ended = await follow(house, id, surroundings.say);
      await report(house, bringer, asked.file, ended, surroundings.say);
    },
  };
}

async function requireBegunCompany(house: House): Promise<void> {
  if (await look(house, "list", findCompany)) return;
  throw new ExplainedError("There is no company in this database yet: npm start, and begin it on the first page.");
}

interface Asked {
  readonly file: string;
  /** Of a workbook; the first that it shows unless given. */
  readonly sheet: string | undefined;
  readonly map: string | undefined;
  readonly campaignColumn: string | undefined;
  readonly as: string | undefined;
}

function readWords(words: readonly string[], { resolvePath }: CommandSurroundings): Asked {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      sheet: { type: "string" },
      map: { type: "string" },
      "campaign-column": { type: "string" },
      as: { type: "string" },
    },
  });
  const [what, file, ...more] = positionals;
  if (what !== "leads" || file === undefined || more.length > 0) {
    throw new ExplainedError(`Say what to import: npm run tongzhou -- import ${USAGE}`);
  }
  const map = values.map === undefined ? undefined : resolvePath(values.map);
  const { sheet, as } = values;
  return { file: resolvePath(file), sheet, map, campaignColumn: values["campaign-column"], as };
}

async function findBringer(house: House, name: string | undefined): Promise<Bringer> {
  if (name === undefined) return { personId: null };
  const found = await look(house, "list", (context) => findPeopleByName(context, [name]));
  const [person, ...others] = found;
  if (!person || others.length > 0) {
    throw new ExplainedError(`${found.length === 0 ? "Nobody" : "More than one person"} here is called ${name}.`);
  }
  return { personId: person.id };
}

async function begin(house: House, bringer: Bringer, { file, sheet, map, campaignColumn }: Asked): Promise<string> {
  const settled = readMapFile(map, map === undefined ? undefined : readFileSync(map, "utf8"));
  const stored = await storeImportFile(house, bringer, basename(file), createReadStream(file));
  const { fileId } = stored.sheets.length === 0 ? stored : await openNamedSheet(house, bringer, stored, sheet);
  const { preview } = await openImportFile(house, bringer, fileId, settled.reading);
  const settings = settingsFor(settled, preview, campaignColumn);
  const actor: Actor = bringer.personId === null ? { kind: "system" } : { kind: "person", personId: bringer.personId };
  const begun = await operate(house, { actor, kind: IMPORT_LEADS, source: "command" }, (context) =>
    beginImport(house, context, bringer, fileId, settings),
  );
  return begun.result;
}

async function openNamedSheet(
  house: House,
  bringer: Bringer,
  { fileId, sheets }: ImportFile,
  name: string | undefined,
): Promise<ImportFile> {
  const place = sheets.findIndex((sheet) => (name === undefined ? !sheet.hidden : sheet.name === name));
  if (place >= 0) return openSheet(house, bringer, fileId, place);
  const names = sheets.map((sheet) => sheet.name).join(", ");
  throw new ExplainedError(`There is no sheet ${name ?? "that is shown"} in this workbook; it has: ${names}.`);
}

async function follow(house: House, id: string, say: (line: string) => void): Promise<LongOperationView> {
  const isWorkedOn = await areJobsAlive(house.pool);
  let told = -1;
  for (;;) {
    if (isWorkedOn) await sleep(LOOK_EVERY_MS);
    else await runBatch(house, importLeads as LongOperationDefinition, id);
    const view = await readLongOperation(house.pool, id);
    if (!view) throw new Error(`the import ${id} is gone`);
    const percent = Math.floor((100 * view.done) / Math.max(1, view.total ?? 1));
    if (percent !== told) say(`${String(percent).padStart(3)} %  ${readCounts(view.counts).rows} rows`);
    told = percent;
    if (ENDED.includes(view.state)) return view;
  }
}

async function report(
  house: House,
  bringer: Bringer,
  file: string,
  { id, state, counts, error }: LongOperationView,
  say: (line: string) => void,
): Promise<void> {
  const { created, attached, rejected, blank } = readCounts(counts);
  say(
    `${created} rows brought somebody new, ${attached} were of people known already, ${rejected} stayed out, ${blank} were blank.`,
  );
  if (rejected > 0) {
    const phrases = new Phrasebook();
    phrases.add({ zh, en });
    const speaking = { phrases, language: "zh-CN" } as const;
    const { bytes } = await look(house, "list", (context) =>
      writeErrorFile(house, { ...context, viewer: bringer }, id, speaking),
    );
    await writeFile(`${file}.errors.csv`, bytes);
    say(`They are in ${file}.errors.csv, each with its reason; corrected, it can be imported as it is.`);
  }
  if (state !== "done") throw new ExplainedError(`The import is ${state}${error === undefined ? "" : `: ${error}`}.`);
  say(`Undo it on its page, or by its id: ${id}`);
}

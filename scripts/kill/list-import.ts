import { setTimeout as sleep } from "node:timers/promises";
import { ImportSettings } from "@tongzhou/contract/import-settings";
import { beginImport, IMPORT_LEADS, storeImportFile } from "../../server/src/capabilities/imports/index.ts";
import type { House } from "../../server/src/platform/ledger/context.ts";
import { operate } from "../../server/src/platform/ledger/operate.ts";
import type { Caller } from "./caller.ts";
import { LEVELS, LISTED } from "./found-company.ts";

export const LIST_ROWS = 900;
/** Small batches: a kill is to find some done and some to do. */
export const BATCH_ROWS = 100;
const TRIES = 100;
const AGAIN_AFTER_MS = 200;
const DAY_MS = 86_400_000;
const OK = 300;

/** More people than cards: some come with the card of somebody else. */
const CARDS = 860;
const TARGETS = ["name", "mobile", "email", "company", "occurredAt", "campaign", "note"];

/**
 * What the columns of a list are: seven that the product brings along, then the fields that the company added. These fill
 * blanks only: whether a value may be written over depends on who owns the record by then, which is a matter of moments.
 */
export function settingsOf(fieldIds: readonly string[]): ImportSettings {
  const own = TARGETS.map((target, column) => ({ column, target }));
  const added = fieldIds.map((fieldId, at) => ({
    column: TARGETS.length + at,
    target: "added",
    fieldId,
    rule: "fill",
  }));
  return ImportSettings.parse({ columns: [...own, ...added], source: LISTED });
}

/** By this the rows of a round are known in everything they become. */
export const markOf = (round: number): string => `r${String(round).padStart(2, "0")}`;

/** A file of leads. */
export interface List {
  readonly name: string;
  readonly text: string;
}

/** How a list is imported. */
export interface Importing {
  readonly settings: ImportSettings;
  /** As the server has it unless given. */
  readonly batchRows?: number | undefined;
}

/** People who come again, companies that repeat, rows that stay out: everything that could be done twice or be lost. */
export function listOf(round: number, now: Date): List {
  const mark = markOf(round);
  const yesterday = new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10);
  const lines = ["姓名,手机,邮箱,公司,时间,活动,备注,卡号,等级,预算"];
  for (let row = 0; row < LIST_ROWS; row++) {
    const person = row % 7 === 3 ? Math.floor(row / 2) : row;
    const phone = `139${String(round % 100).padStart(2, "0")}${String(person).padStart(6, "0")}`;
    const met = row % 97 === 5 ? "," : `${row % 50 === 11 ? "1390000" : phone},${mark}.p${person}@kill.test`;
    const hour = String(9 + (row % 9)).padStart(2, "0");
    const company = met === "," ? "" : `名单公司${row % 300}`;
    // What one row leaves blank, the next one of the same person fills in.
    const added = row % 4 === 1 ? ",," : `${mark}.k${person % CARDS},${LEVELS[row % 3 === 0 ? 0 : 1]},${row}`;
    lines.push(`客户${person},${met},${company},${yesterday} ${hour}:00,活动${row % 3},第${row}行,${added}`);
  }
  return { name: `${mark}.csv`, text: lines.join("\r\n") };
}

/** Imports a list through the server, as a person does. @returns the id of the import. */
export async function importByServer(
  caller: Caller,
  { name, text }: List,
  { settings }: Pick<Importing, "settings">,
): Promise<string> {
  const work = "import";
  const upload = {
    work,
    method: "POST",
    path: `/imports/files?name=${encodeURIComponent(name)}`,
    bytes: text,
  } as const;
  const stored = accepted(await caller.call(upload)) as { fileId: string };
  const body = { fileId: stored.fileId, settings };
  const begun = await caller.call({ work, method: "POST", path: "/imports", key: name, body });
  return (accepted(begun) as { id: string }).id;
}

/**
 * Imports a list by the use cases, until it is sure that it has begun.
 * @returns the id of the import.
 */
export async function importByUseCase(
  house: House,
  personId: string,
  { name, text }: List,
  importing: Importing,
): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      return (await findImport(house, name)) ?? (await begin(house, personId, { name, text }, importing));
    } catch (error) {
      if (tries === TRIES) throw error;
      await sleep(AGAIN_AFTER_MS);
    }
  }
}

async function begin(
  house: House,
  personId: string,
  { name, text }: List,
  { settings, batchRows }: Importing,
): Promise<string> {
  const bytes = (async function* () {
    yield Buffer.from(text);
  })();
  const { fileId } = await storeImportFile(house, { personId }, name, bytes);
  const asked = { actor: { kind: "person", personId }, kind: IMPORT_LEADS, source: "web" } as const;
  const { result } = await operate(house, asked, (context) =>
    beginImport(house, context, { personId }, fileId, settings, batchRows),
  );
  return result;
}

async function findImport({ pool }: House, name: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>("select id from import where name = $1", [name]);
  return rows[0]?.id;
}

function accepted({ status, body }: { readonly status: number; readonly body: unknown }): unknown {
  if (status >= OK) throw new Error(`an import was refused: ${status} ${JSON.stringify(body)}`);
  return body;
}

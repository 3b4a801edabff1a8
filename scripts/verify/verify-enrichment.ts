import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { companyNameKeys } from "../../server/src/capabilities/accounts/index.ts";
import {
  chooseLine,
  companyReaders,
  keysOfCompany,
  readReferenceRow,
  suggestColumns,
} from "../../server/src/capabilities/enrichment/index.ts";
import type { ChosenLine, FoundLine } from "../../server/src/capabilities/enrichment/index.ts";

const LISTED = "szse-companies-dev/szse_companies_dev.csv";
const SHORT_NAMES = "cn-company-short-names/company_short_names_280k.txt.gz";
/** The file of short names begins with three lines about itself. */
const ABOUT_ITSELF = 3;
/** Of the names that a list has, so many must find their line. */
const FLOOR_FOUND = 0.99;
/** A wrong line that the house would fill in by itself is one too many. */
const MOST_WRONG = 0;

/** A reference file as the product keeps it: lines by their keys. */
class Reference {
  readonly #lines = new Map<string, FoundLine[]>();

  constructor(rows: readonly string[][], columns: ReturnType<typeof suggestColumns>) {
    rows.forEach((cells, line) => {
      const { facts, keys } = readReferenceRow(cells, columns, companyReaders);
      const { name = null, creditCode = null, regionCode = null } = facts;
      for (const { kind, value } of keys) {
        const key = `${kind} ${value}`;
        this.#lines.set(key, [...(this.#lines.get(key) ?? []), { line, kind, name, creditCode, regionCode }]);
      }
    });
  }

  ask(name: string): ChosenLine {
    const names = companyNameKeys(name);
    if (names === null) return { outcome: "none" };
    const found = keysOfCompany(null, [names]).flatMap(({ kind, value }) => this.#lines.get(`${kind} ${value}`) ?? []);
    return chooseLine({ creditCode: null, regionCode: names.region }, found);
  }
}

/**
 * Asks a list of listed companies about its own companies by each of their names, and about companies of other lists: whom it
 * finds, and whom it would fill in wrongly.
 * @returns the exit code.
 */
export async function verify(folder: string): Promise<number> {
  const [header = [], ...rows] = Papa.parse<string[]>(readFileSync(join(folder, LISTED), "utf8").trim()).data;
  const columns = suggestColumns(header);
  let failed = 0;
  let passed = 0;
  const judge = (what: string, isGood: boolean): void => {
    if (isGood) passed += 1;
    else failed += 1;
    console.log(`${isGood ? "✓" : "✗"} ${what}`);
  };
  for (const leftOut of [undefined, "shortName" as const]) {
    const reference = new Reference(
      rows,
      columns.filter(({ target }) => target !== leftOut),
    );
    for (const column of ["full_name", "a_short_name", "english_name"]) {
      const asked = rows.map((cells, line) => ({ line, name: cells[header.indexOf(column)] ?? "" }));
      const { count, found, wrong, offered } = measure(reference, asked);
      const share = `${found} of ${count} found, ${offered} offered by their brand, ${wrong} wrong unasked`;
      const inFile = leftOut === undefined ? "" : ", where the file has no short names";
      const isEnough = (leftOut !== undefined && column === "a_short_name") || found >= FLOOR_FOUND * count;
      judge(`asked by ${column}${inFile}: ${share}`, isEnough && wrong <= MOST_WRONG);
    }
  }
  if (existsSync(join(folder, SHORT_NAMES))) tellOthers(new Reference(rows, columns), folder);
  else console.log(`the short names of other companies are not here: ${SHORT_NAMES}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function measure(reference: Reference, asked: readonly { line: number; name: string }[]) {
  const named = asked.filter(({ name }) => name !== "");
  let found = 0;
  let wrong = 0;
  let offered = 0;
  for (const { line, name } of named) {
    const chosen = reference.ask(name);
    if (chosen.outcome !== "found") continue;
    if (chosen.matchedBy === "brand") offered += 1;
    else if (chosen.line === line) found += 1;
    else wrong += 1;
  }
  return { count: named.length, found, wrong, offered };
}

/** Nobody knows which of these are the listed company; how many are met by what is told, and no floor is drawn. */
function tellOthers(reference: Reference, folder: string): void {
  const names = gunzipSync(readFileSync(join(folder, SHORT_NAMES)))
    .toString("utf8")
    .split(/\r?\n/)
    .slice(ABOUT_ITSELF);
  const counts = new Map<string, number>();
  for (const name of names) {
    const chosen = reference.ask(name);
    const by = chosen.outcome === "found" ? chosen.matchedBy : chosen.outcome;
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  console.log(`of ${names.length} short names of companies: ${[...counts].map(([by, n]) => `${by} ${n}`).join(", ")}`);
}

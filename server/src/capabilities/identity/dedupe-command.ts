import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { ExplainedError } from "../../platform/config/explained-error.ts";
import { ORDER_MARK, writeCsvLine } from "../../platform/csv/write-csv-line.ts";
import type { Command, CommandSurroundings } from "../../platform/lifecycle/command-type.ts";
import { dedupeFile, type DedupedFile, type RowFault } from "./dedupe-file.ts";
import { openRecordFile } from "./open-record-file.ts";
import { readDedupeMap } from "./read-dedupe-map.ts";
import { writeDedupeFiles } from "./write-dedupe-files.ts";

const USAGE = "FILE --map MAPFILE --out CLUSTERS.csv [--pairs PAIRS.csv]";
/** Faults that are said at once; all are in the file of faults. */
const SAID_FAULTS = 5;

/** `dedupe FILE`: finds which rows of anybody's file are one person or one organisation. Nothing of it enters the database. */
export function dedupeCommand(): Command {
  return {
    name: "dedupe",
    usage: USAGE,
    summary: "find the rows of a CSV file that are one person or organisation; nothing is imported",
    async run(words, surroundings) {
      const asked = readWords(words, surroundings);
      const file = await openRecordFile(asked.file);
      const mapping = readDedupeMap(basename(asked.map), readText(asked.map), file.header);
      const deduped = await dedupeFile(file, mapping);
      await writeDedupeFiles(file, deduped, asked.out, asked.pairs);
      for (const line of describe(deduped)) surroundings.say(line);
      await reportFaults(deduped.faults, asked.out, surroundings.say);
      surroundings.say(
        `The clusters are in ${asked.out}${asked.pairs === undefined ? "" : `, the pairs in ${asked.pairs}`}.`,
      );
    },
  };
}

interface Asked {
  readonly file: string;
  readonly map: string;
  readonly out: string;
  readonly pairs: string | undefined;
}

function readWords(words: readonly string[], { resolvePath }: CommandSurroundings): Asked {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { map: { type: "string" }, out: { type: "string" }, pairs: { type: "string" } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.map === undefined || values.out === undefined) {
    throw new ExplainedError(`Say which file, its map and where to write: npm run tongzhou -- dedupe ${USAGE}`);
  }
  const pairs = values.pairs === undefined ? undefined : resolvePath(values.pairs);
  return { file: resolvePath(file), map: resolvePath(values.map), out: resolvePath(values.out), pairs };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ExplainedError(`${path} cannot be opened: ${error instanceof Error ? error.message : error}`);
  }
}

function describe({ lines, duplicates }: DedupedFile): string[] {
  const { clusterOf, compared, thresholds, expected } = duplicates;
  const clusters = new Set(clusterOf).size;
  const rounded = (count: number): string => (count < 10 ? count.toFixed(1) : String(Math.round(count)));
  return [
    `${lines.length} records are ${clusters}; ${compared} pairs were compared.`,
    `Same from a probability of ${thresholds.same}: ${expected.same} pairs, ${rounded(expected.wronglySame)} of them expected to be two.`,
    `Review from ${thresholds.different}: ${expected.review} pairs, ${rounded(expected.matchesInReview)} expected to be one; ${rounded(expected.missed)} expected to be one are missed below.`,
  ];
}

async function reportFaults(faults: readonly RowFault[], out: string, say: (line: string) => void): Promise<void> {
  if (faults.length === 0) return;
  const rows = new Set(faults.filter(({ isRow }) => isRow).map(({ line }) => line)).size;
  for (const { line, column, reason, isRow } of faults.slice(0, SAID_FAULTS)) {
    say(`line ${line}${column === "" ? "" : `, ${column}`}: ${reason}${isRow ? "; the row was left out" : ""}`);
  }
  const written = faults.map(({ line, column, reason, isRow }) =>
    writeCsvLine([String(line), column, reason, isRow ? "row" : "cell"]),
  );
  await writeFile(
    `${out}.errors.csv`,
    ORDER_MARK + writeCsvLine(["line", "column", "reason", "left out"]) + written.join(""),
  );
  say(
    `${rows} rows and ${faults.length - faults.filter(({ isRow }) => isRow).length} cells were left out; all are in ${out}.errors.csv.`,
  );
}

import { z } from "zod";
import { ImportSettings, ImportTarget } from "@tongzhou/contract/import-settings";
import { ExplainedError } from "../../platform/config/explained-error.ts";
import type { CsvPreview } from "../../platform/csv/preview-csv.ts";
import { suggestMapping } from "./domain/suggest-mapping.ts";

/** `mobile`, or `memberId:crm` for the ids of another system; null leaves a column out. */
const Target = z.string().regex(/^[a-zA-Z]+(?::[A-Za-z0-9][A-Za-z0-9._-]*)?$/);

/** The settings of an import as somebody writes them into a file: columns by their names. */
const MapFile = ImportSettings.extend({ columns: z.record(z.string(), Target.nullable()).optional() });
export type MapFile = z.infer<typeof MapFile>;

const NOTHING_SAID: unknown = { columns: undefined };

/**
 * Reads a map file (JSON); without one nothing is settled and columns are recognised by their names.
 * @throws ExplainedError saying what is wrong with it.
 */
export function readMapFile(name: string | undefined, text: string | undefined): MapFile {
  const read = MapFile.safeParse(text === undefined ? NOTHING_SAID : parsed(name, text));
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
  throw new ExplainedError(`${name ?? "The map file"} is not understood:\n${faults.join("\n")}`);
}

function parsed(name: string | undefined, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ExplainedError(`${name ?? "The map file"} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * The settings for a file as it was opened. @param campaignColumn the column that names the campaign of each row.
 * @throws ExplainedError for a column that the file does not have or a target that does not exist.
 */
export function settingsFor(
  map: MapFile,
  { header, rows }: CsvPreview,
  campaignColumn: string | undefined,
): ImportSettings {
  const { columns: named, ...rest } = map;
  const suggested = Object.fromEntries(
    suggestMapping(
      header,
      rows.map(({ cells }) => cells),
    ).map((column) => [column.header, column.target]),
  );
  const wanted = { ...(named ?? suggested), ...(campaignColumn === undefined ? {} : { [campaignColumn]: "campaign" }) };
  const columns = Object.entries(wanted).flatMap(([name, target]) => {
    const column = header.indexOf(name);
    if (column < 0) throw new ExplainedError(`There is no column ${name}; there are: ${header.join(", ")}.`);
    return target === null ? [] : [{ column, ...targetOf(name, target) }];
  });
  return ImportSettings.parse({ ...rest, columns });
}

function targetOf(name: string, written: string): { target: ImportTarget; memberSource?: string } {
  const [word, memberSource] = written.split(":", 2);
  const target = ImportTarget.safeParse(word);
  if (!target.success) {
    throw new ExplainedError(
      `${written} of column ${name} is nothing to import as; there are: ${ImportTarget.options.join(", ")}.`,
    );
  }
  return memberSource === undefined ? { target: target.data } : { target: target.data, memberSource };
}

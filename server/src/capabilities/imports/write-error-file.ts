import { Readable } from "node:stream";
import type { RowProblem } from "@tongzhou/contract/imports";
import type { Viewing } from "../../platform/access/acting.ts";
import type { House } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import type { Phrasebook, SpokenLanguage } from "../../platform/problems/sentences.ts";
import { errorFileHeader, errorFileRow } from "./domain/error-file.ts";
import type { Bringer } from "./imports.access.ts";
import { listRejected } from "./queries/import-rows.ts";
import { requireOwn } from "./show-rejects.ts";

const ROWS_AT_ONCE = 1_000;

/** How a person is told about a file and its rows. */
export interface Speaking {
  readonly phrases: Phrasebook;
  readonly language: SpokenLanguage;
}

/**
 * The rows that an import kept out as a file that can be corrected and imported as it is, written page by page as it is
 * fetched.
 * @throws NotFound; NotAllowed `import_not_yours`.
 */
export async function writeErrorFile(
  house: House,
  context: Pick<Viewing, "tx"> & { readonly viewer: Bringer },
  importId: string,
  speaking: Speaking,
): Promise<{ name: string; mediaType: string; bytes: Readable }> {
  const { name, header } = await requireOwn(context, importId);
  const said = (code: string, params = {}): string => speaking.phrases.say(speaking.language, code, params).title;
  const bytes = Readable.from(linesOf(house, importId, header, said));
  const stem = name.replace(/\.[^.]*$/, "");
  return { name: said("import.error_file_name", { name: stem }), mediaType: "text/csv; charset=utf-8", bytes };
}

async function* linesOf(
  house: House,
  importId: string,
  header: readonly string[],
  said: (code: string, params?: RowProblem["params"]) => string,
): AsyncGenerator<string> {
  const labels = {
    line: said("import.error_line"),
    column: said("import.error_column"),
    reason: said("import.error_reason"),
  };
  yield errorFileHeader(header, labels);
  for (let after = 0; ;) {
    const rows = await look(house, "list", (context) => listRejected(context, importId, after, ROWS_AT_ONCE));
    yield rows
      .map(({ line, cells, problems }) => {
        const faults = problems.map(({ code, column, params }) => ({
          column: column ?? "",
          reason: said(`import.reason.${code}`, params),
        }));
        return errorFileRow({ line, cells, faults });
      })
      .join("");
    const last = rows.at(-1);
    if (rows.length < ROWS_AT_ONCE || !last) return;
    after = last.rowNumber;
  }
}

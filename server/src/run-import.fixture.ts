import type { z } from "zod";
import { ImportSettings } from "@tongzhou/contract/import-settings";
import { beginImport, IMPORT_LEADS, importsLongOperations, storeImportFile } from "./capabilities/imports/index.ts";
import { runBatch } from "./platform/jobs/run-batch.ts";
import type { House } from "./platform/ledger/context.ts";
import { operate } from "./platform/ledger/operate.ts";

/** Begins an import through the use cases. @returns its id. */
export async function startImport(
  house: House,
  personId: string,
  text: string,
  settings: z.input<typeof ImportSettings>,
  batchRows?: number,
): Promise<string> {
  const bringer = { personId };
  const bytes = (async function* () {
    yield Buffer.from(text);
  })();
  const { fileId } = await storeImportFile(house, bringer, "名单.csv", bytes);
  const asked = { actor: { kind: "person", personId }, kind: IMPORT_LEADS, source: "web" } as const;
  const { result } = await operate(house, asked, (context) =>
    beginImport(house, context, bringer, fileId, ImportSettings.parse(settings), batchRows),
  );
  return result;
}

/** Runs what is left of an import, here and now. */
export async function finishImport(house: House, importId: string): Promise<void> {
  const [definition] = importsLongOperations;
  if (!definition) throw new Error("imports have no long operation");
  while ((await runBatch(house, definition, importId)) === "more");
}

/** Imports a whole file. @returns the id of the import. */
export async function runImport(...asked: Parameters<typeof startImport>): Promise<string> {
  const importId = await startImport(...asked);
  await finishImport(asked[0], importId);
  return importId;
}

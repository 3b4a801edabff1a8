import type { ImportRow } from "@tongzhou/contract/imports";
import type { Acting } from "../../platform/access/acting.ts";
import {
  pauseLongOperation,
  resumeLongOperation,
  stopLongOperation,
} from "../../platform/jobs/control-long-operation.ts";
import type { House } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { requireBegun, showImportRow } from "./show-imports.ts";

export const PAUSE_IMPORT = operationKind("import.pause");
export const RESUME_IMPORT = operationKind("import.resume");
export const STOP_IMPORT = operationKind("import.stop");

/** Pauses an import after the batch it is in. @throws NotFound; Refused `import_not_running`. */
export function pauseImport(house: House, context: Acting, importId: string): Promise<ImportRow> {
  return control(house, context, importId, pauseLongOperation, "import_not_running");
}

/** Goes on from where an import is. @throws NotFound; Refused `import_nothing_to_resume`. */
export function resumeImport(house: House, context: Acting, importId: string): Promise<ImportRow> {
  return control(house, context, importId, resumeLongOperation, "import_nothing_to_resume");
}

/** Stops an import after the batch it is in; what is done stays done. @throws NotFound; Refused `import_ended_already`. */
export function stopImport(house: House, context: Acting, importId: string): Promise<ImportRow> {
  return control(house, context, importId, stopLongOperation, "import_ended_already");
}

async function control(
  house: House,
  context: Acting,
  importId: string,
  change: typeof pauseLongOperation,
  refusal: string,
): Promise<ImportRow> {
  const { name } = await requireBegun(context, importId);
  if ((await change(house, importId, context.viewer.personId)) === undefined) throw new Refused(refusal, { name });
  return showImportRow(house, context, importId);
}

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

export const CONTROL_IMPORT = {
  pause: operationKind("import.pause"),
  resume: operationKind("import.resume"),
  stop: operationKind("import.stop"),
};

const CHANGES = { pause: pauseLongOperation, resume: resumeLongOperation, stop: stopLongOperation };

/**
 * Pauses or stops an import after the batch it is in, or goes on from where it is. What is done stays done.
 * @throws NotFound; Refused `import_not_running`, `import_nothing_to_resume`, `import_ended_already`.
 */
export async function controlImport(
  house: House,
  context: Acting,
  importId: string,
  act: keyof typeof CHANGES,
): Promise<ImportRow> {
  const { name } = await requireBegun(context, importId);
  const state = await CHANGES[act](house, importId, context.viewer.personId);
  if (state === undefined) throw refusalOf(act, name);
  return showImportRow(house, context, importId);
}

function refusalOf(act: keyof typeof CHANGES, name: string): Refused {
  switch (act) {
    case "pause":
      return new Refused("import_not_running", { name });
    case "resume":
      return new Refused("import_nothing_to_resume", { name });
    case "stop":
      return new Refused("import_ended_already", { name });
  }
}

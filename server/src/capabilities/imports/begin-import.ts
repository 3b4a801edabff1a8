import type { ImportSettings } from "@tongzhou/contract/import-settings";
import type { Context, House } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { beginLongOperation } from "../../platform/jobs/begin-long-operation.ts";
import { Invalid } from "../../platform/problems/refusal.ts";
import { requireCompany } from "../people/index.ts";
import { foldHeader } from "./domain/fold-header.ts";
import { headerHash } from "./header-hash.ts";
import { importLeads } from "./imports.jobs.ts";
import { openImportFile } from "./open-import-file.ts";
import { mappedFields } from "./mapped-fields.ts";
import { firstPosition, planImport } from "./plan-import.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { Bringer } from "./imports.access.ts";
import { insertImport } from "./queries/import-rows.ts";
import { saveMapping } from "./queries/mapping-rows.ts";
import type { RememberedMapping } from "./queries/mapping-rows.ts";
import { existsCampaign, existsProductLine } from "./queries/name-rows.ts";
import { importingViewer } from "./importing-viewer.ts";

/** Undone, an import is redone by importing again: its images would double the undo (architecture.md, Undo 10). */
export const IMPORT_LEADS = operationKind("lead.import", { redoneByRepeating: true });

/**
 * Begins an import in the background and remembers its mapping for the next file with these headers. The operation that is
 * open becomes the import's: undoing it undoes every batch.
 * @param batchRows rows of one transaction; what was measured best unless given.
 * @returns the id of the import.
 * @throws what openImportFile and planImport throw; Invalid for a campaign or product line that does not exist.
 */
export async function beginImport(
  house: Pick<House, "pool">,
  context: Context,
  bringer: Bringer,
  fileId: string,
  settings: ImportSettings,
  batchRows?: number,
): Promise<string> {
  const opened = await openImportFile(house, bringer, fileId, settings.reading);
  const fields = await mappedFields(context, await importingViewer(context), settings);
  const plan = planImport(opened, settings, fields, await requireCompany(context), context.now, batchRows);
  await requireNamed(context, settings);
  const { firstRow, header } = plan;
  const total = opened.size - firstRow.offset;
  const id = await beginLongOperation(context, importLeads, { request: plan, position: firstPosition(plan), total });
  await insertImport(context, {
    id,
    fileId,
    name: opened.name,
    object: settings.object,
    mode: settings.mode,
    campaignId: settings.campaignId,
    header,
    settings,
    startedBy: bringer.personId,
    contentHash: opened.contentHash,
  });
  await saveMapping(context, headerHash(header), mappingOf(plan));
  await context.summarise({ name: opened.name, mode: settings.mode });
  return id;
}

async function requireNamed(
  context: Context,
  { campaignId, productLineId, productLines }: ImportSettings,
): Promise<void> {
  const lines = [productLineId, ...productLines.map((decided) => decided.productLineId)].filter((id) => id !== null);
  const missing = [
    ...(campaignId === null || (await existsCampaign(context, campaignId)) ? [] : ["/settings/campaignId"]),
    ...((await existsProductLine(context, lines)) ? [] : ["/settings/productLineId"]),
  ];
  if (missing.length > 0)
    throw new Invalid(
      missing.map((pointer) => ({ pointer, code: "import_reference_gone" })),
      "import_reference_gone",
    );
}

function mappingOf({ header, settings }: ImportPlan): RememberedMapping {
  const { object, source, productLines, touchKind, channel } = settings;
  const columns: Record<string, RememberedMapping["columns"][string]> = {};
  header.forEach((name, column) => {
    const mapped = settings.columns.find((each) => each.column === column);
    const whose = mapped?.memberSource === undefined ? {} : { memberSource: mapped.memberSource };
    const rule = mapped?.rule === undefined ? {} : { rule: mapped.rule };
    const field = mapped?.fieldId === undefined ? {} : { fieldId: mapped.fieldId };
    columns[foldHeader(name)] = mapped ? { target: mapped.target, ...field, ...whose, ...rule } : null;
  });
  return { object, source, productLines, touchKind, channel, columns };
}

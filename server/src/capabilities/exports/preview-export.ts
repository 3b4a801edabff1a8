import type { ExportObject, ExportPreview } from "@tongzhou/contract/exports";
import { MAX_ROWS_EXPORTED_AT_ONCE } from "@tongzhou/contract/exports";
import type { Viewing } from "../../platform/access/acting.ts";
import type { RowChoice } from "../../platform/lists/choose-ids.ts";
import { countChosen } from "../../platform/lists/count-chosen.ts";
import { countList } from "../../platform/lists/count-list.ts";
import { sheetsFor } from "../../platform/sheets/write-xlsx-sheet.ts";
import { requireCompany } from "../people/index.ts";
import { sourceNamed } from "./source-named.ts";
import type { ExportNeighbours } from "./source-named.ts";
import { headOf } from "./head-of.ts";

/** What exporting the chosen rows would be, before anything leaves. @throws Invalid for a filter that is wrong. */
export async function previewExport(
  viewing: Viewing,
  object: ExportObject,
  choice: RowChoice,
  neighbours: ExportNeighbours,
): Promise<ExportPreview> {
  const { viewer } = viewing;
  const company = await requireCompany(viewing);
  const source = sourceNamed(neighbours, object);
  const chosen = source.chosen(viewer, choice);
  const counted = await countChosen(chosen.list, chosen.choice, viewing, company, MAX_ROWS_EXPORTED_AT_ONCE + 1);
  const inBackground = counted > MAX_ROWS_EXPORTED_AT_ONCE;
  const about = inBackground
    ? await countList(chosen.list, { ...chosen.choice, thorough: true }, viewing, company)
    : { count: counted, exact: true };
  const rows = Math.max(counted, about.count);
  return {
    rows,
    exact: !inBackground,
    inBackground,
    sheets: sheetsFor(rows),
    columns: source.offered(viewer).map(({ id, masked }) => ({ id, head: headOf(source, id, viewer) ?? "", masked })),
    watermark: company.exportWatermark,
  };
}

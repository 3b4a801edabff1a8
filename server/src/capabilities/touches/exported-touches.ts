import type { TouchRow } from "@tongzhou/contract/touches";
import { exportSource } from "../../platform/lists/export-source.ts";
import type { ExportColumn, ExportSource } from "../../platform/lists/export-source.ts";
import { CONTACT } from "../contacts/index.ts";
import type { RecordsNamed } from "../contacts/index.ts";
import { readTouches, touchList } from "./queries/touch-list.ts";

const COLUMNS: readonly ExportColumn<TouchRow>[] = [
  { id: "at", kind: "instant", cell: ({ at }) => at },
  { id: "what", kind: "text", cell: ({ kind }, { word }) => word("touch", kind) },
  { id: "subject", kind: "text", cell: ({ title }) => title },
  { id: "contact", kind: "text", cell: ({ contact }) => contact.name },
  { id: "account", kind: "text", cell: ({ account }) => account?.name ?? null },
  { id: "campaign", kind: "text", cell: ({ campaign }) => campaign?.name ?? null },
  { id: "productLine", kind: "text", cell: ({ productLine }) => productLine?.name ?? null },
  {
    id: "channel",
    kind: "text",
    cell: ({ channel }, { word }) => (channel === null ? null : word("channel", channel)),
  },
];

/** Touches as a list that can be taken out of the house, by whoever may take out the contacts they are of. */
export const exportedTouches = (named?: RecordsNamed): ExportSource =>
  exportSource<{ id: string }, TouchRow>({
    name: "touch",
    object: CONTACT,
    list: () => touchList(named),
    page: readTouches,
    present: (rows) => rows as TouchRow[],
    columns: COLUMNS,
  });

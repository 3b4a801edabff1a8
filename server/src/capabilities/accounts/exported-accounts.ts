import { exportSource } from "../../platform/lists/export-source.ts";
import type { ExportColumn, ExportSource } from "../../platform/lists/export-source.ts";
import { ACCOUNT } from "./accounts.access.ts";
import { regionPath } from "./domain/region-path.ts";
import { accountList } from "./queries/account-list.ts";
import type { ListedAccount } from "./queries/account-list.ts";

const COLUMNS: readonly ExportColumn<ListedAccount>[] = [
  { id: "name", kind: "text", cell: ({ name }) => name },
  { id: "kind", kind: "text", cell: ({ kind }, { word }) => word("accountKind", kind) },
  {
    id: "industryCode",
    kind: "text",
    cell: ({ industryCode }, { word }) => (industryCode === null ? null : word("industry", industryCode)),
  },
  { id: "region", kind: "text", cell: ({ regionCode }) => (regionCode === null ? null : regionPath(regionCode)) },
  { id: "size", kind: "text", cell: ({ sizeBand }, { word }) => (sizeBand === null ? null : word("size", sizeBand)) },
  { id: "tier", kind: "text", cell: ({ tier }) => tier },
  {
    id: "owner",
    kind: "text",
    cell: ({ ownerId }, { viewer }) => viewer.snapshot.people.get(ownerId ?? "")?.name ?? null,
  },
  { id: "confirmed", kind: "text", cell: ({ confirmed }, { word }) => word("answer", confirmed ? "yes" : "no") },
];

/** Companies and households as a list that can be taken out of the house. */
export const exportedAccounts = (): ExportSource =>
  exportSource({ name: "account", object: ACCOUNT, list: accountList, present: (rows) => [...rows], columns: COLUMNS });

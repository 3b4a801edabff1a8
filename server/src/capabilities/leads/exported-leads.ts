import type { LeadHolder, LeadRow } from "@tongzhou/contract/lead-row";
import { exportSource } from "../../platform/lists/export-source.ts";
import type { CellWords, ExportColumn, ExportSource } from "../../platform/lists/export-source.ts";
import { CONTACT, readablePhone } from "../contacts/index.ts";
import { gradeThoseDue } from "./grade-now.ts";
import { LEAD } from "./leads.access.ts";
import { presentLead } from "./present-lead.ts";
import { leadList } from "./queries/lead-list.ts";
import type { LeadNeighbours } from "./shapes/lead-neighbours.ts";

interface LeadLine extends LeadRow {
  /** The reason as the standard in force calls it; null when it names none. */
  readonly reasonNamed: string | null;
}

const COLUMNS: readonly ExportColumn<LeadLine>[] = [
  { id: "name", kind: "text", cell: ({ contact }) => contact.name },
  {
    id: "title",
    kind: "text",
    governed: { object: CONTACT, field: "job" },
    cell: ({ contact }) => contact.title ?? null,
  },
  {
    id: "reachedBy",
    kind: "phone",
    governed: { object: CONTACT, field: "phone" },
    cell: ({ contact: { reachedBy } }) =>
      reachedBy === null || reachedBy.kind !== "phone" ? (reachedBy?.value ?? null) : readablePhone(reachedBy.value),
  },
  { id: "account", kind: "text", cell: ({ account }) => account?.name ?? null },
  { id: "grade", kind: "text", cell: ({ grade }) => grade?.cell ?? null },
  { id: "fit", kind: "number", cell: ({ grade }) => grade?.fit ?? null },
  { id: "engagement", kind: "number", cell: ({ grade }) => (grade === null ? null : grade.engagement / 10) },
  { id: "stage", kind: "text", cell: ({ stage }, { word }) => word("stage", stage) },
  { id: "productLine", kind: "text", cell: ({ productLine }) => productLine?.name ?? null },
  { id: "source", kind: "text", cell: ({ campaign, source }) => campaign?.name ?? source },
  { id: "campaign", kind: "text", cell: ({ campaign }) => campaign?.name ?? null },
  { id: "owner", kind: "text", cell: ({ holder }, words) => holderNamed(holder, words) },
  { id: "clock", kind: "instant", cell: ({ clock }) => clock?.dueAt ?? null },
  { id: "captured", kind: "instant", cell: ({ capturedAt }) => capturedAt },
  { id: "reason", kind: "text", cell: ({ reason, reasonNamed }) => reasonNamed ?? reason },
  {
    id: "latest",
    kind: "text",
    cell: ({ latestTouch }, { word }) =>
      latestTouch && [word("touch", latestTouch.kind), latestTouch.title].filter(Boolean).join(" "),
  },
  { id: "latestAt", kind: "instant", cell: ({ latestTouch }) => latestTouch?.at ?? null },
  { id: "parkedUntil", kind: "instant", cell: ({ parkedUntil }) => parkedUntil },
  { id: "cycle", kind: "number", cell: ({ cycle }) => cycle },
];

/** Leads as a list that can be taken out of the house. */
export const exportedLeads = (neighbours: LeadNeighbours): ExportSource =>
  exportSource<Parameters<typeof presentLead>[1], LeadLine>({
    name: "lead",
    object: LEAD,
    list: (viewer) => leadList(viewer, neighbours),
    async present(stored, viewing) {
      const named = new Map((await neighbours.readReasons(viewing)).map(({ code, name }) => [code, name]));
      const leads = await gradeThoseDue(viewing, stored, neighbours);
      return leads.map((lead) => {
        const row = presentLead(viewing.viewer, lead);
        return { ...row, reasonNamed: row.reason === null ? null : (named.get(row.reason) ?? null) };
      });
    },
    columns: COLUMNS,
  });

function holderNamed(holder: LeadHolder, { word }: CellWords): string {
  if (holder.kind === "owner") return holder.name;
  return [word("pool", holder.pool), holder.teamName].filter(Boolean).join(" ");
}

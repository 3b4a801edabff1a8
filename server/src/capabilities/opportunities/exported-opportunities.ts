import type { OpportunityRow } from "@tongzhou/contract/opportunities";
import { exportSource } from "../../platform/lists/export-source.ts";
import type { ExportColumn, ExportSource } from "../../platform/lists/export-source.ts";
import { OPPORTUNITY } from "./opportunities.access.ts";
import { opportunityList } from "./queries/opportunity-list.ts";
import { presentRow } from "./show-opportunity.ts";

const COLUMNS: readonly ExportColumn<OpportunityRow>[] = [
  { id: "name", kind: "text", cell: ({ name }) => name },
  { id: "account", kind: "text", cell: ({ accountName }) => accountName },
  { id: "contact", kind: "text", cell: ({ contactName }) => contactName },
  {
    id: "stageSince",
    kind: "text",
    cell: ({ outcome, stageName }, { word }) => (outcome === null ? stageName : word("outcome", outcome)),
  },
  { id: "probability", kind: "number", cell: ({ probability }) => probability },
  { id: "inStageSince", kind: "instant", cell: ({ stageSince }) => stageSince },
  {
    id: "amount",
    kind: "money",
    governed: { object: OPPORTUNITY, field: "amount" },
    cell: ({ amount, currency }) => (amount === undefined || amount === null ? null : { amount, currency }),
  },
  { id: "currency", kind: "text", cell: ({ currency }) => currency },
  { id: "expectedClose", kind: "day", cell: ({ expectedCloseOn }) => expectedCloseOn },
  { id: "owner", kind: "text", cell: ({ ownerName }) => ownerName },
  { id: "opened", kind: "instant", cell: ({ openedAt }) => openedAt },
  { id: "next", kind: "text", cell: ({ nextStep }) => nextStep },
  { id: "nextStepOn", kind: "day", cell: ({ nextStepOn }) => nextStepOn },
  { id: "productLine", kind: "text", cell: ({ productLineName }) => productLineName },
  { id: "closedAt", kind: "instant", cell: ({ closedAt }) => closedAt },
  {
    id: "loseReason",
    kind: "text",
    cell: ({ loseReason }, { word }) => (loseReason === null ? null : word("loseReason", loseReason)),
  },
];

/** Opportunities as a list that can be taken out of the house. */
export const exportedOpportunities = (): ExportSource =>
  exportSource({
    name: "opportunity",
    object: OPPORTUNITY,
    list: () => opportunityList,
    present: (rows, { viewer }) => rows.map((row) => presentRow(viewer, row)),
    columns: COLUMNS,
  });

import { exportSource } from "../../platform/lists/export-source.ts";
import type { ExportColumn, ExportSource } from "../../platform/lists/export-source.ts";
import { CAMPAIGN } from "./campaigns.access.ts";
import { campaignList } from "./campaigns.queries.ts";
import type { FoundCampaign } from "./campaigns.queries.ts";

const COLUMNS: readonly ExportColumn<FoundCampaign>[] = [
  { id: "name", kind: "text", cell: ({ name }) => name },
  { id: "type", kind: "text", cell: ({ type }, { word }) => word("campaignType", type) },
  { id: "state", kind: "text", cell: ({ status }, { word }) => word("campaignStatus", status) },
  { id: "owner", kind: "text", cell: ({ ownerName }) => ownerName },
  { id: "productLine", kind: "text", cell: ({ productLineName }) => productLineName },
  {
    id: "channel",
    kind: "text",
    cell: ({ channel }, { word }) => (channel === null ? null : word("channel", channel)),
  },
  { id: "started", kind: "day", cell: ({ startsOn }) => startsOn },
  { id: "ends", kind: "day", cell: ({ endsOn }) => endsOn },
  {
    id: "budget",
    kind: "money",
    cell: ({ budgetAmount, currency }) => (budgetAmount === null ? null : { amount: budgetAmount, currency }),
  },
  { id: "spent", kind: "money", cell: ({ spentAmount, currency }) => ({ amount: spentAmount, currency }) },
  { id: "currency", kind: "text", cell: ({ currency }) => currency },
  { id: "goal", kind: "text", cell: ({ goal }) => goal },
  { id: "goalLeads", kind: "number", cell: ({ goalLeads }) => goalLeads },
];

/** Campaigns as a list that can be taken out of the house. */
export const exportedCampaigns = (): ExportSource =>
  exportSource({
    name: "campaign",
    object: CAMPAIGN,
    list: () => campaignList,
    present: (rows) => [...rows],
    columns: COLUMNS,
  });

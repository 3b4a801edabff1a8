import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { CAMPAIGN } from "./campaigns.access.ts";

auditedRecord("campaign", { object: CAMPAIGN, title: { column: "name" }, silent: ["name_sort"] });
auditedPart("campaign_cost", { of: [{ column: "campaign_id", table: "campaign" }] });

import { auditedRecord } from "../../platform/ledger/audited-table.ts";
import { SALES_TARGET } from "./insights.access.ts";

auditedRecord("sales_target", { object: SALES_TARGET, title: { column: "month" } });

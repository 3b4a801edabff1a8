import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { ACCOUNT } from "./accounts.access.ts";

auditedRecord("account", { object: ACCOUNT, title: { column: "name" }, silent: ["name_sort"] });
auditedPart("account_identifier", { of: [{ column: "account_id", table: "account" }], silent: ["home_account_id"] });

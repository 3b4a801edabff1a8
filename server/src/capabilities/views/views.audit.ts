import { auditedRecord } from "../../platform/ledger/audited-table.ts";
import { SAVED_VIEW } from "./views.access.ts";

auditedRecord("saved_view", { object: SAVED_VIEW, title: { column: "name" }, ownAreFree: true });

import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { ROUTING } from "./routing.access.ts";

auditedRecord("routing_rule", { object: ROUTING, title: { column: "name" } });
auditedPart("routing_member", { of: [{ column: "person_id", table: "person" }] });

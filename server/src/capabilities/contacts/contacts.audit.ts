import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import type { RowImage } from "../../platform/ledger/audited-table.ts";
import { declareDeparture } from "../../platform/ledger/undo/departures.ts";
import { CONTACT, fieldOfIdentifier } from "./contacts.access.ts";
import { countReveals } from "./queries/count-reveals.ts";

const JOB = { title: "job", job_function: "job", job_level: "job" };
const fieldOf = (image: RowImage): string | undefined => fieldOfIdentifier(image["kind"] ?? "");

auditedRecord("contact", { object: CONTACT, title: { column: "name" }, governed: JOB, silent: ["name_sort"] });
auditedPart("identifier", {
  of: [{ column: "contact_id", table: "contact" }],
  governed: { value: fieldOf, raw: fieldOf },
  silent: ["home_contact_id", "strong"],
});
auditedPart("contact_alias", { of: [{ column: "contact_id", table: "contact" }], silent: ["home_contact_id"] });
auditedPart("contact_conflict", { of: [{ column: "contact_id", table: "contact" }] });
auditedPart("membership", {
  of: [{ column: "contact_id", table: "contact" }],
  governed: JOB,
  silent: ["home_contact_id", "home_account_id"],
});
declareDeparture({ what: "reveals", count: countReveals });

import { personalTable } from "../../platform/personal/personal-table.ts";
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

/** Whatever belongs to somebody now or had its home with them. */
const THEIRS = "t.contact_id = any (given.contacts) or t.home_contact_id = any (given.contacts)";

personalTable({
  table: "contact",
  what: "contacts",
  about: "t.id = any (given.contacts)",
  erased: {
    name: "null",
    name_sort: "''",
    title: "null",
    job_function: "null",
    job_level: "null",
    region_code: "null",
    language: "null",
    note: "null",
  },
});
personalTable({
  table: "identifier",
  what: "identifiers",
  about: "t.id = any (given.identifiers)",
  // Touches hang on it and are counted, so that its row stays, retired.
  erased: {
    value: "'erased:' || t.id",
    raw: "null",
    valid_to: "coalesce(t.valid_to, greatest(t.valid_from, ledger.current_instant()))",
  },
});
personalTable({ table: "contact_alias", what: "aliases", about: THEIRS, erased: "removed" });
personalTable({ table: "membership", what: "memberships", about: THEIRS, erased: "removed" });
personalTable({
  table: "contact_conflict",
  what: "conflicts",
  about: "t.contact_id = any (given.contacts) or t.other_contact_id = any (given.contacts)",
  erased: "removed",
});

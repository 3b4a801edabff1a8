import { auditedPart } from "../../platform/ledger/audited-table.ts";

auditedPart("contact_merge", {
  of: [{ column: "survivor_id", table: "contact" }],
  silent: ["taken", "met"],
});
auditedPart("contact_merge_end", { of: [{ column: "merge_id", table: "contact_merge" }] });
auditedPart("duplicate_pair", {
  of: [
    { column: "first_id", table: "contact" },
    { column: "second_id", table: "contact" },
  ],
});

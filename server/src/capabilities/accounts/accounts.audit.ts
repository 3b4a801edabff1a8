import { personalTable } from "../../platform/personal/personal-table.ts";
import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { ACCOUNT } from "./accounts.access.ts";

auditedRecord("account", { object: ACCOUNT, title: { column: "name" }, silent: ["name_sort"] });
auditedPart("account_identifier", { of: [{ column: "account_id", table: "account" }], silent: ["home_account_id"] });

// A company's name is its own; a family's is that of its people.
personalTable({
  table: "account",
  what: "households",
  about:
    "t.kind = 'household' and exists (select from unnest(given.words) as w (word) where strpos(t.name, w.word) > 0)",
  erased: { name: "redacted(t.name, given.words)", name_sort: "redacted(t.name, given.words)" },
});

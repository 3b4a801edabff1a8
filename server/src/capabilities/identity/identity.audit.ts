import { personalTable } from "../../platform/personal/personal-table.ts";
import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { COMPANY } from "../people/index.ts";

for (const object of ["contact", "account"] as const) {
  auditedPart(`${object}_merge`, { of: [{ column: "survivor_id", table: object }], silent: ["taken", "met"] });
  auditedPart(`${object}_merge_end`, { of: [{ column: "merge_id", table: `${object}_merge` }] });
}
auditedPart("duplicate_pair", {
  of: [
    { column: "first_id", table: "contact" },
    { column: "second_id", table: "contact" },
  ],
});
auditedRecord("match_setting", { object: COMPANY, named: "to_everybody" });
personalTable({
  table: "match_entry",
  what: "evidence",
  about: "t.contact_id = any (given.contacts)",
  erased: "removed",
  kept: "unledgered",
  exported: false,
});
personalTable({
  table: "match_pair",
  what: "evidence",
  about: "t.first_id = any (given.contacts) or t.second_id = any (given.contacts)",
  erased: "removed",
  kept: "unledgered",
  exported: false,
});
personalTable({
  table: "duplicate_evidence",
  what: "evidence",
  about: `t.pair_id in (
      select p.id from duplicate_pair as p where p.first_id = any (given.contacts) or p.second_id = any (given.contacts)
    )`,
  erased: "removed",
  kept: "unledgered",
  exported: false,
});
personalTable({
  table: "contact_merge",
  what: "merges",
  about: "t.survivor_id = any (given.contacts) or t.merged_id = any (given.contacts)",
  erased: { taken: "'{}'::jsonb" },
});
// A company's values are its own; those that a household took from another may carry a name of its people.
personalTable({
  table: "account_merge",
  what: "merges",
  about: `exists (select from published.account as a where a.id = t.survivor_id and a.kind = 'household')
      and exists (select from unnest(given.words) as w (word) where strpos(t.taken::text, w.word) > 0)`,
  erased: { taken: "'{}'::jsonb" },
});

import { personalTable } from "../../platform/personal/personal-table.ts";

// Made anew from what is left, for records that stay.
personalTable({
  table: "search_entry",
  what: "searchEntries",
  about: `(t.object = 'contact' and t.record_id = any (given.contacts))
      or exists (select from unnest(given.words) as w (word) where strpos(t.title, w.word) > 0 and (
        t.object = 'opportunity'
        or t.object = 'account' and exists (select from published.account as a where a.id = t.record_id and a.kind = 'household')
      ))`,
  erased: "removed",
  kept: "unledgered",
  exported: false,
});

import { personalTable } from "../../platform/personal/personal-table.ts";

// Whatever list it is, who is in it was chosen by what they were then: a file that is still kept may hold anybody. Campaigns
// are no people.
personalTable({
  table: "file_chunk",
  what: "exportedPieces",
  about: "t.file_id in (select e.file_id from list_export as e where e.object <> 'campaign')",
  erased: "removed",
  kept: "unledgered",
  exported: false,
});

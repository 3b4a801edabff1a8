import { personalTable } from "../../platform/personal/personal-table.ts";

const THEIR_CELLS = "exists (select from unnest(given.words) as w (word) where strpos(t.cells::text, w.word) > 0)";

// Rows that could not come in are kept with their cells, so that they can be corrected: those of the person are about nobody else.
personalTable({
  table: "import_row",
  what: "rejectedRows",
  about: `t.outcome = 'rejected' and ${THEIR_CELLS}`,
  erased: { cells: "'[]'::jsonb", problems: "'[]'::jsonb" },
  kept: "unledgered",
});
// The file itself, once it is through: what became of it stays.
personalTable({
  table: "file_chunk",
  what: "filePieces",
  about: `t.file_id in (
      select i.file_id
      from import as i
      join import_row as r on r.import_id = i.id
      join published.long_operation as o on o.id = i.id
      where r.contact_id = any (given.contacts) and o.state in ('done', 'stopped', 'failed')
    )`,
  erased: "removed",
  kept: "unledgered",
  exported: false,
});

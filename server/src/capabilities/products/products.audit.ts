import { auditedRecord } from "../../platform/ledger/audited-table.ts";
import { PRODUCT_LINE } from "./products.access.ts";

auditedRecord("product_line", {
  object: PRODUCT_LINE,
  title: { column: "name" },
  named: "to_everybody",
  silent: ["name_sort"],
});

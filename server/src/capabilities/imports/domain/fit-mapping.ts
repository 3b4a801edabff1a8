import { TARGETS_OF } from "@tongzhou/contract/import-settings";
import type { ImportObject } from "@tongzhou/contract/import-settings";
import type { ImportTarget } from "./import-target.ts";

interface Proposed {
  readonly target: ImportTarget | null;
}

/** Proposals as they fit what the rows become: the name in a list of companies is the company's, and what it has not is left out. */
export function fitMapping<Column extends Proposed>(columns: readonly Column[], object: ImportObject): Column[] {
  const isNamed = columns.some(({ target }) => target === "company");
  return columns.map((column) => {
    if (object === "account" && !isNamed && column.target === "name") return { ...column, target: "company" };
    return column.target === null || TARGETS_OF[object].has(column.target) ? column : { ...column, target: null };
  });
}

import type { Catalogue, LedgerTable } from "./read-catalogue.ts";

/**
 * The tables in an order in which each stands before every table that it refers to by an `on delete restrict` reference.
 * @throws when such references form a circle, which the check of the tables does not let into the schema.
 */
export function childrenFirst(catalogue: Catalogue): LedgerTable[] {
  const parentsFirst: LedgerTable[] = [];
  const begun = new Set<string>();
  const done = new Set<string>();
  const visit = (table: LedgerTable): void => {
    if (done.has(table.name)) return;
    if (begun.has(table.name)) throw new Error(`restricting references of ${table.name} form a circle`);
    begun.add(table.name);
    for (const { target, restricts } of table.foreignKeys) {
      const parent = restricts ? catalogue.get(target) : undefined;
      if (parent) visit(parent);
    }
    done.add(table.name);
    parentsFirst.push(table);
  };
  for (const table of catalogue.values()) visit(table);
  return parentsFirst.toReversed();
}

import { expect, test } from "vitest";
import { childrenFirst } from "./children-first.ts";
import type { LedgerTable } from "./read-catalogue.ts";

function catalogueOf(references: Record<string, { target: string; restricts: boolean }[]>) {
  return new Map(
    Object.entries(references).map(([name, keys]): [string, LedgerTable] => [
      name,
      {
        name,
        kind: "business",
        stays: false,
        staysWith: undefined,
        columns: [],
        foreignKeys: keys.map((key) => ({ column: `${key.target}_id`, ...key })),
        checks: [],
        uniques: [],
        parts: [],
        together: [],
        renames: new Map(),
      },
    ]),
  );
}

test("who refers stands before whom it refers to, through any number of steps", () => {
  const order = childrenFirst(
    catalogueOf({
      contact: [{ target: "contact", restricts: false }],
      lead: [{ target: "contact", restricts: true }],
      opportunity: [
        { target: "lead", restricts: true },
        { target: "person", restricts: true },
      ],
      identifier: [{ target: "contact", restricts: true }],
    }),
  ).map(({ name }) => name);
  expect(order.toSorted()).toEqual(["contact", "identifier", "lead", "opportunity"]);
  expect(order.indexOf("opportunity")).toBeLessThan(order.indexOf("lead"));
  expect(order.indexOf("lead")).toBeLessThan(order.indexOf("contact"));
  expect(order.indexOf("identifier")).toBeLessThan(order.indexOf("contact"));
});

test("a circle is fine while one of its references can wait, and an error when none can", () => {
  const around = (restricts: boolean) =>
    catalogueOf({ team: [{ target: "person", restricts: true }], person: [{ target: "team", restricts }] });
  expect(childrenFirst(around(false)).map(({ name }) => name)).toEqual(["team", "person"]);
  expect(() => childrenFirst(around(true))).toThrow("circle");
});

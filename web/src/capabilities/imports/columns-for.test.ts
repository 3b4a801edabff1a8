import { expect, test } from "vitest";
import { columnsFor } from "./columns-for.ts";

const objects = new Map([
  ["of-lead", "lead" as const],
  ["of-contact", "contact" as const],
]);
const objectOf = (fieldId: string) => objects.get(fieldId);
const added = (column: number, fieldId: string) => ({ column, target: "added" as const, fieldId });

test("what people alone have not is left out: what leads say, and fields of leads", () => {
  const columns = [
    { column: 0, target: "name" as const },
    { column: 1, target: "campaign" as const },
    added(2, "of-lead"),
    added(3, "of-contact"),
  ];
  expect(columnsFor("contact", columns, objectOf).map(({ column }) => column)).toEqual([0, 3]);
  expect(columnsFor("lead", columns, objectOf)).toEqual(columns);
});

test("the name in a list of companies is the company's, unless another column is", () => {
  const named = [{ column: 0, target: "name" as const }];
  expect(columnsFor("account", named, objectOf)).toEqual([{ column: 0, target: "company" }]);
  expect(columnsFor("account", [...named, { column: 1, target: "company" }], objectOf)).toEqual([
    { column: 1, target: "company" },
  ]);
});

test("a field that is still on its way stays", () => {
  expect(columnsFor("contact", [added(0, "unknown")], objectOf)).toEqual([added(0, "unknown")]);
});

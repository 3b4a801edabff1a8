import { expect, it } from "vitest";
import { RecordTableBuilder } from "./record-table.ts";

it("holds records by columns, equal texts as one value, names and surnames in one dictionary", () => {
  const builder = new RecordTableBuilder();
  builder.add({ given: ["伟"], surname: ["王"], phone: ["1", "2", "1"] });
  builder.add({});
  builder.add({ given: ["王"], phone: ["2"] });
  const { size, columns, lists } = builder.finish();
  expect(size).toBe(3);
  expect(lists).toBeUndefined();
  expect([...(columns.phone?.starts ?? [])]).toEqual([0, 2, 2, 3]);
  expect([...(columns.phone?.valueIds ?? [])]).toEqual([0, 1, 1]);
  const wang = columns.surname?.valueIds[0];
  expect(columns.given?.valueIds[1]).toBe(wang);
  expect(columns.given?.values[wang ?? -1]).toBe("王");
});

it("grows as far as it is filled, and keeps the lists apart", () => {
  const builder = new RecordTableBuilder();
  for (let row = 0; row < 5000; row++) builder.add({ id: [String(row % 1500)] }, row % 2 === 0 ? "ours" : "theirs");
  const { columns, lists } = builder.finish();
  expect(columns.id?.values).toHaveLength(1500);
  expect(columns.id?.valueIds[4999]).toBe(4999 % 1500);
  expect([...(lists ?? [])].slice(0, 3)).toEqual([0, 1, 0]);
});

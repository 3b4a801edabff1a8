import { expect, test } from "vitest";
import { LEAD_TABLE } from "./decide-move.ts";

test("every row of the table but the entries is reachable in it", () => {
  const rows = new Set(Object.values(LEAD_TABLE).flatMap((rules) => rules.rows.map(({ row }) => row)));
  const expected = ["2", "2a", "2b", "2c", "3", "4", "5", "6", "6a", "7", "8", "8a", "8b", "8c", "9", "9a", "10"];
  const rest = ["11", "12", "13", "13a", "14", "15", "16", "16a", "17", "18"];
  expect([...rows].toSorted()).toEqual([...expected, ...rest].toSorted());
});

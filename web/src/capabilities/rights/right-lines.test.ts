import { expect, test } from "vitest";
import type { AccountRights, GivenRight } from "@tongzhou/contract/rights";
import { follows, rightLines, sees } from "./right-lines.ts";

const given = (id: string, name: string, level: GivenRight["level"]): GivenRight => ({
  holder: { kind: "person", id, name },
  level,
  part: null,
  since: "2025-03-11T02:00:00.000Z",
  givenById: null,
  from: null,
});
const rights: AccountRights = {
  owner: { personId: "chen", name: "陈浩", from: null },
  given: [given("sun", "孙悦", "view"), given("li", "李航", "follow"), given("wang", "王倩", "none")],
  collaborators: [
    { personId: "sun", name: "孙悦", opportunities: [{ id: "1", name: "挂轨一期" }] },
    { personId: "lin", name: "林晓", opportunities: [{ id: "1", name: "挂轨一期" }] },
  ],
  territories: [],
  mayGive: true,
};

test("everybody stands once, with all they may do", () => {
  const lines = rightLines(rights);
  expect(lines.map(({ name, deals }) => [name, deals.length])).toEqual([
    ["陈浩", 0],
    ["孙悦", 1],
    ["李航", 0],
    ["王倩", 0],
    ["林晓", 1],
  ]);
  const shared = rightLines(rights, [
    { personId: "chen", name: "陈浩", percent: 85 },
    { personId: "he", name: "何雯", percent: 15 },
  ]);
  expect(shared.map(({ percent }) => percent)).toEqual([85, undefined, undefined, undefined, undefined, 15]);
  expect(shared.map(sees).at(-1)).toBe(false);
  expect(lines.map(sees)).toEqual([true, true, true, false, true]);
  expect(lines.map(follows)).toEqual([true, false, true, false, false]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wouldBeBelowItself } from "./would-be-below-itself.ts";

describe("a team", () => {
  const tree = [
    { id: "销售部", parentId: null },
    { id: "华东组", parentId: "销售部" },
    { id: "上海组", parentId: "华东组" },
  ];

  test("may not be put below itself or anything below it", () => {
    expect(wouldBeBelowItself(tree, "销售部", "上海组")).toBe(true);
    expect(wouldBeBelowItself(tree, "销售部", "销售部")).toBe(true);
    expect(wouldBeBelowItself(tree, "上海组", "销售部")).toBe(false);
    expect(wouldBeBelowItself(tree, "华东组", null)).toBe(false);
  });

  test("of any tree reaches the top from everywhere after every move that is allowed", () => {
    const moves = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.option(fc.nat({ max: 9 }))), { maxLength: 40 });
    fc.assert(
      fc.property(moves, (wanted) => {
        const teams = Array.from({ length: 10 }, (_, id) => ({ id: String(id), parentId: null as string | null }));
        for (const [id, parent] of wanted) {
          const parentId = parent === null ? null : String(parent);
          const team = teams[id];
          if (team && !wouldBeBelowItself(teams, team.id, parentId)) team.parentId = parentId;
        }
        for (const { id } of teams) {
          let steps = 0;
          for (let at: string | null = id; at !== null && steps <= 10; at = teams[Number(at)]?.parentId ?? null)
            steps++;
          expect(steps).toBeLessThanOrEqual(10);
        }
      }),
    );
  });

  test("of a broken tree does not hang the check", () => {
    const broken = [
      { id: "a", parentId: "b" },
      { id: "b", parentId: "a" },
    ];
    expect(wouldBeBelowItself(broken, "c", "a")).toBe(false);
  });
});

import { describe, expect, test } from "vitest";
import { placeInTree } from "./place-in-tree.ts";

const company = (name: string, others: Partial<Parameters<typeof placeInTree>[0]> = {}) =>
  placeInTree({ name, treePlace: null, parentId: null, hasChildren: false, ...others });

describe("a company in its tree is", () => {
  test("a branch when its name says so and it stands below another", () => {
    expect(company("鼎新石化（舟山）分公司", { parentId: "鼎新" })).toBe("branch");
    expect(company("鼎新石化有限公司北京办事处", { parentId: "鼎新" })).toBe("branch");
    expect(company("Dingxin Petro Ltd Ningbo Branch", { parentId: "鼎新" })).toBe("branch");
  });

  test("a subsidiary below another, a group above others, and nothing alone", () => {
    expect(company("鼎新化纤有限公司", { parentId: "鼎新" })).toBe("subsidiary");
    expect(company("鼎新储运有限公司", { parentId: "鼎新", hasChildren: true })).toBe("subsidiary");
    expect(company("鼎新石化集团有限公司", { hasChildren: true })).toBe("group");
    expect(company("鼎新石化集团有限公司")).toBeNull();
    expect(company("鼎新石化（舟山）分公司")).toBeNull();
  });

  test("what somebody set, whatever the name says", () => {
    expect(company("鼎新工程设计院", { parentId: "鼎新", treePlace: "branch" })).toBe("branch");
    expect(company("鼎新石化集团", { treePlace: "group" })).toBe("group");
  });

  test("a subsidiary when its name says nothing at all", () => {
    expect(company("……", { parentId: "鼎新" })).toBe("subsidiary");
  });
});

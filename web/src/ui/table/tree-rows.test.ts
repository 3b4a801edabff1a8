import { expect, it } from "vitest";
import { treeRows } from "./tree-rows.ts";

const shown = (nodes: { id: string; parentId: string | null }[]): string[] =>
  treeRows(nodes).map(({ node, depth }) => `${"-".repeat(depth)}${node.id}`);

it("puts every node below its parent and keeps the order of sisters", () => {
  const nodes = [
    { id: "华东", parentId: "销售" },
    { id: "市场", parentId: null },
    { id: "销售", parentId: null },
    { id: "华北", parentId: "销售" },
    { id: "杭州", parentId: "华东" },
  ];
  expect(shown(nodes)).toEqual(["市场", "销售", "-华东", "--杭州", "-华北"]);
});

it("loses none whose parent is not shown", () => {
  expect(shown([{ id: "杭州", parentId: "华东" }])).toEqual(["杭州"]);
});

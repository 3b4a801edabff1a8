import { expect, test } from "vitest";
import { standsBelowIn } from "./stands-below-in.ts";

const LINES = new Map<string, string | null>([
  ["branch", "company"],
  ["company", "group"],
  ["group", null],
]);

test("a company stands below itself and everything above it, and below nothing else", () => {
  expect(standsBelowIn(LINES, "branch", "branch")).toBe(true);
  expect(standsBelowIn(LINES, "branch", "group")).toBe(true);
  expect(standsBelowIn(LINES, "group", "branch")).toBe(false);
  expect(standsBelowIn(LINES, "unknown", "group")).toBe(false);
});

test("a circle that is there already ends the way", () => {
  expect(
    standsBelowIn(
      new Map([
        ["a", "b"],
        ["b", "a"],
      ]),
      "a",
      "c",
    ),
  ).toBe(false);
});

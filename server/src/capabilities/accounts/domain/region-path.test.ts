import { expect, test } from "vitest";
import { parseRegion } from "./parse-region.ts";
import { regionPath } from "./region-path.ts";

test("a division is written with what it is part of, without levels that are no places", () => {
  expect(regionPath("310000")).toBe("上海市");
  expect(regionPath("310115")).toBe("上海市浦东新区");
  expect(regionPath("440305")).toBe("广东省深圳市南山区");
  expect(regionPath("999999")).toBe("999999");
});

test("what is written is read back as the same division", () => {
  for (const code of ["310000", "310115", "440300", "440305"])
    expect(parseRegion([regionPath(code)])).toMatchObject({ code });
});

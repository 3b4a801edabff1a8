import { expect, test } from "vitest";
import { parseSizeBand } from "./parse-size-band.ts";

test.each([
  ["230 人", "200-999"],
  ["200-499人", "200-999"],
  ["1-49", "1-49"],
  ["5000人以上", "5000+"],
  ["5000+", "5000+"],
  ["少于 50 人", "1-49"],
  ["1,200", "1000-4999"],
  ["１２０", "50-199"],
  ["2万人", "5000+"],
  ["0", null],
  ["大型", null],
])("%s is %s", (text, band) => {
  expect(parseSizeBand(text)).toBe(band);
});

import { expect, test } from "vitest";
import { parseIndustry } from "./parse-industry.ts";

test("reads codes of divisions and sections", () => {
  expect(parseIndustry(" c26 ")).toBe("26");
  expect(parseIndustry("2614")).toBe("2614");
  expect(parseIndustry("J")).toBe("J");
  expect(parseIndustry("C2")).toBeNull();
  expect(parseIndustry("Z26")).toBeNull();
});

test("reads names in both languages, as people shorten them", () => {
  expect(parseIndustry("农业")).toBe("01");
  expect(parseIndustry("农 业")).toBe("01");
  expect(parseIndustry("电气机械及器材制造业")).toBe("38");
  expect(parseIndustry("Agriculture")).toBe("01");
  expect(parseIndustry("开心业")).toBeNull();
});

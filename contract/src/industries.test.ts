import { describe, expect, test } from "vitest";
import { INDUSTRY_SECTIONS, divisionOf, sectionOf } from "./industries.ts";

describe("industries of GB/T 4754", () => {
  test("have twenty sections that share 97 divisions without a gap", () => {
    expect(INDUSTRY_SECTIONS.map(({ code }) => code).join("")).toBe("ABCDEFGHIJKLMNOPQRST");
    const divisions = INDUSTRY_SECTIONS.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, at) => from + at),
    );
    expect(divisions).toEqual(Array.from({ length: 97 }, (_, at) => at + 1));
  });

  test("are read however finely they are written", () => {
    for (const code of ["26", "C26", "2614", "C2614"]) {
      expect([divisionOf(code), sectionOf(code)]).toEqual(["26", "C"]);
    }
    expect([divisionOf("C"), sectionOf("C")]).toEqual([undefined, "C"]);
    expect([sectionOf("06"), sectionOf("97"), sectionOf("12"), sectionOf("13")]).toEqual(["B", "T", "B", "C"]);
  });

  test("are nothing where there is no code", () => {
    for (const text of ["00", "98", "石化", "", "2", "261455", "U", "机器人"])
      expect(sectionOf(text), text).toBeUndefined();
  });
});

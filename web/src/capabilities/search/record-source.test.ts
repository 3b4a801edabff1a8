import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentsOf } from "./segments-of.ts";

describe("a found name", () => {
  it("shows where the typed characters stand", () => {
    expect(segmentsOf("鼎新石化", "新石")).toEqual([
      { text: "鼎", hit: false },
      { text: "新石", hit: true },
      { text: "化", hit: false },
    ]);
  });

  it("stays whole when it was found by pinyin", () => {
    expect(segmentsOf("陈浩", "ch")).toBe("陈浩");
  });

  it("loses no character, whatever was typed", () => {
    const name = fc.string({ minLength: 1, unit: fc.constantFrom("陈", "浩", "a", "B", " ") });
    fc.assert(
      fc.property(name, name, (title, typed) => {
        const cut = segmentsOf(title, typed);
        const joined = typeof cut === "string" ? cut : cut.map(({ text }) => text).join("");
        expect(joined).toBe(title);
      }),
    );
  });
});

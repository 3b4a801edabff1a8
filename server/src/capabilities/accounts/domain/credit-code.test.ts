import fc from "fast-check";
import { expect, it } from "vitest";
import { checkCharacter, creditCode } from "./credit-code.ts";

it.each([
  "91350100M000100Y43",
  "91512081MA62K0260E",
  "91440300708461136T",
  "91330100799655058B",
  "9144030071526726XG",
  "9131000063159284XQ",
])("accepts %s", (code) => {
  expect(creditCode(code)).toEqual({ code, level: "ok", suggestion: null });
});

it.each(["91350211M0000XUF46", "91350100M0001TGQXM", "91310115MA1H8R7C6D"])("keeps %s with a warning", (code) => {
  expect(creditCode(code)).toEqual({ code, level: "check_mismatch", suggestion: null });
});

it.each([
  "",
  "91350100M000100Y4Z",
  "91350100M000100Y4",
  "91350100M000100Y433",
  "9A350100M000100Y4V",
  "913501A0M000100Y43",
  "云帆",
])("refuses %j", (code) => {
  expect(creditCode(code).level).toBe("format_error");
});

it("reads through width, case and spaces", () => {
  expect(creditCode(" ９１３５０１００ｍ０００１００ｙ４３ ").level).toBe("ok");
  expect(creditCode("9135 0100 M000 100Y 43").code).toBe("91350100M000100Y43");
});

it("offers O as 0 and I as 1 and never takes it by itself", () => {
  expect(creditCode("9135O1OOM0001OOY43")).toEqual({
    code: "9135O1OOM0001OOY43",
    level: "format_error",
    suggestion: "91350100M000100Y43",
  });
  expect(creditCode("9I350100M000100Y43").suggestion).toBe("91350100M000100Y43");
  expect(creditCode("OI").suggestion).toBeNull();
});

const CHARACTER = "[0-9A-HJ-NP-RTUW-Y]";
const firstSeventeen = fc.stringMatching(new RegExp(`^${CHARACTER}{2}[0-9]{6}${CHARACTER}{9}$`));

it("finds every single wrong character", () => {
  fc.assert(
    fc.property(firstSeventeen, fc.nat(16), fc.stringMatching(/^[0-9]$/), (start, place, wrong) => {
      const code = start + checkCharacter(start);
      expect(creditCode(code).level).toBe("ok");
      const mistyped = code.slice(0, place) + wrong + code.slice(place + 1);
      if (mistyped !== code) expect(creditCode(mistyped).level).toBe("check_mismatch");
    }),
  );
});

it("never throws and checking twice changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (raw) => {
      const first = creditCode(raw);
      expect(creditCode(first.code)).toEqual(first);
    }),
  );
});

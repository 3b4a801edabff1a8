import fc from "fast-check";
import { expect, it } from "vitest";
import { maskPhone } from "./mask-phone.ts";

it.each([
  ["+8613800138000", "138****8000"],
  ["+862162335566", "021-****5566"],
  ["+863175212118", "0317-****118"],
  ["+8675588889999;ext=801", "0755-****9999 转 801"],
  ["+864008208820", "400****820"],
  ["+14155552671", "+1****671"],
  ["95588", "95588"],
])("masks %s as %s", (value, masked) => {
  expect(maskPhone(value)).toBe(masked);
});

it("shows only stars for what it does not know", () => {
  expect(maskPhone("林晓 13800138000")).toBe("****");
  expect(maskPhone("62335566")).toBe("****");
  expect(maskPhone("")).toBe("****");
});

it("hides at least four digits of every number that is not a public short one", () => {
  const numbers = fc.tuple(fc.stringMatching(/^\+?[0-9]{5,15}$/), fc.option(fc.stringMatching(/^[0-9]{1,6}$/)));
  fc.assert(
    fc.property(numbers, ([number, extension]) => {
      const masked = maskPhone(extension === null ? number : `${number};ext=${extension}`);
      const [shown = ""] = masked.split(" 转 ");
      if (/^(95|96|10|12)\d{3,6}$/.test(number)) expect(shown).toBe(number);
      else expect(digits(shown)).toBeLessThanOrEqual(Math.max(0, digits(number) - 4));
    }),
  );
});

it("never shows a digit of an arbitrary text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      fc.pre(!/^\+?\d+/.test(text));
      expect(digits(maskPhone(text).split(" 转 ")[0] ?? "")).toBe(0);
    }),
  );
});

function digits(text: string): number {
  return text.replaceAll(/\D/g, "").length;
}

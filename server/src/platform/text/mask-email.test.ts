import fc from "fast-check";
import { expect, it } from "vitest";
import { maskEmail } from "./mask-email.ts";

it("masks all but the first character and the domain", () => {
  expect(maskEmail("linxiao@qq.com")).toBe("l***@qq.com");
  expect(maskEmail("l@qq.com")).toBe("***@qq.com");
  expect(maskEmail("no address")).toBe("***");
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const masked = maskEmail(address);
      const at = address.lastIndexOf("@");
      expect(masked.slice(masked.lastIndexOf("@"))).toBe(address.slice(at));
      expect(masked.slice(0, masked.lastIndexOf("@"))).toMatch(/^.?\*\*\*$/su);
    }),
  );
});

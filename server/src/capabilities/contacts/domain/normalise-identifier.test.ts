import fc from "fast-check";
import { expect, it } from "vitest";
import { maskIdentifier } from "./mask-identifier.ts";
import { isIdentifierKind, normaliseIdentifier } from "./normalise-identifier.ts";
import { rankIdentifier } from "./rank-identifier.ts";

it.each([
  ["phone", "138-0013-8000", "+8613800138000", true],
  ["phone", "021-62335566", "+862162335566", false],
  ["email", "Lin@QQ.com", "lin@qq.com", true],
  ["email", "info@yunfan.cn", "info@yunfan.cn", false],
  ["wechat_union", "o6_bmasdasdsad6_2sgVt7hMZOPfL", "o6_bmasdasdsad6_2sgVt7hMZOPfL", true],
  ["wechat_open:wx123", "oLVPpjqs9BhvzwPj5A-vTYAX3GLc", "oLVPpjqs9BhvzwPj5A-vTYAX3GLc", true],
  ["wechat_id", " Lin_Xiao88 ", "lin_xiao88", false],
  ["wecom_external:corp1", "wmqfasd1e19278asdasAAAA", "wmqfasd1e19278asdasAAAA", true],
  ["visitor:www", "V1StGXR8_Z5jdHi6B-myT", "V1StGXR8_Z5jdHi6B-myT", true],
  ["member:olist", " dac32acd4db4c29c230538b72f8dd87d", "dac32acd4db4c29c230538b72f8dd87d", true],
  ["member:erp", "客户/007 A", "客户/007 A", true],
  ["record", "018F2C3E-0000-7000-8000-000000000001", "018f2c3e-0000-7000-8000-000000000001", true],
])("takes the %s %s", (kind, raw, value, strong) => {
  expect(normaliseIdentifier(kind, raw)).toEqual({ kind, value, raw, strong, problem: null });
});

it.each([
  ["wechat_id", "林晓", "impossible"],
  ["wechat_id", "ab", "impossible"],
  ["record", "7", "impossible"],
  ["member:erp", " \u200b", "empty"],
  ["member:erp", "x".repeat(201), "too_long"],
  ["phone", "62335566", "area_code_missing"],
  ["member", "7", "unknown_kind"],
  ["fax", "7", "unknown_kind"],
])("refuses the %s %j", (kind, raw, problem) => {
  expect(normaliseIdentifier(kind, raw)).toMatchObject({ value: null, strong: false, problem });
});

it("ranks as R-ID-10 orders, weak ones behind all strong ones", () => {
  const order = [
    normaliseIdentifier("member:erp", "7"),
    normaliseIdentifier("wecom_external:c", "wmqfasd1e1"),
    normaliseIdentifier("wechat_union", "o6_bmasdasdsad"),
    normaliseIdentifier("phone", "13800138000"),
    normaliseIdentifier("email", "lin@qq.com"),
    normaliseIdentifier("visitor:www", "V1StGXR8"),
    normaliseIdentifier("phone", "021-62335566"),
    normaliseIdentifier("email", "info@qq.com"),
    normaliseIdentifier("wechat_id", "linxiao"),
  ];
  expect(order.toReversed().toSorted((a, b) => rankIdentifier(a) - rankIdentifier(b))).toEqual(order);
});

it("masks ids by their first and last character", () => {
  expect(maskIdentifier("wechat_id", "linxiao88")).toBe("l***8");
  expect(maskIdentifier("member:erp", "007")).toBe("***");
  expect(maskIdentifier("phone", "+8613800138000")).toBe("138****8000");
  expect(maskIdentifier("email", "linxiao@qq.com")).toBe("l***@qq.com");
});

it("never throws, and what it understood it understands again", () => {
  const kinds = fc.oneof(
    fc.constantFrom(
      "phone",
      "email",
      "wechat_union",
      "wechat_open:a",
      "wechat_id",
      "wecom_external:c",
      "visitor:s",
      "member:olist",
      "record",
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(kinds, fc.string({ unit: "binary" }), (kind, raw) => {
      const identifier = normaliseIdentifier(kind, raw);
      if (!isIdentifierKind(kind)) expect(identifier.problem).toBe("unknown_kind");
      if (identifier.value !== null) {
        expect(normaliseIdentifier(kind, identifier.value)).toEqual({ ...identifier, raw: identifier.value });
      }
    }),
    { numRuns: 1000 },
  );
});

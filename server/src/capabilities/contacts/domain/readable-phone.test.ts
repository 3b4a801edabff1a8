import { expect, test } from "vitest";
import { normalisePhone } from "./normalise-phone.ts";
import { readablePhone } from "./readable-phone.ts";

test("a number is written as people read it", () => {
  expect(readablePhone("+8613800006021")).toBe("+86 138 0000 6021");
  expect(readablePhone("+862155667788;ext=806")).toBe("+86 21 5566 7788 转 806");
  expect(readablePhone("+12133734253")).toBe("+1 213 373 4253");
});

test("what is masked or is no complete number stays as it is", () => {
  for (const value of ["138****6021", "****", "95588", "021-****7788 转 806"]) expect(readablePhone(value)).toBe(value);
});

test("what is written is read back as the same number", () => {
  for (const value of ["+8613800006021", "+862155667788;ext=806", "+12133734253", "+864008208820"])
    expect(normalisePhone(readablePhone(value)).value).toBe(value);
});

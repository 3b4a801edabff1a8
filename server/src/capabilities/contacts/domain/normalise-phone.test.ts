import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalisePhone } from "./normalise-phone.ts";

describe("numbers as people in China write them", () => {
  it.each([
    ["13800138000", "mobile", "+8613800138000"],
    ["+86 138 0013 8000", "mobile", "+8613800138000"],
    ["0086-138-0013-8000", "mobile", "+8613800138000"],
    ["86-13800138000", "mobile", "+8613800138000"],
    ["013800138000", "mobile", "+8613800138000"],
    ["１３８００１３８０００", "mobile", "+8613800138000"],
    ["138 0013 8000（微信同号）", "mobile", "+8613800138000"],
    ["手机：13800138000", "mobile", "+8613800138000"],
    ["\u202d13800138000\u202c", "mobile", "+8613800138000"],
    ['="13800138000"', "mobile", "+8613800138000"],
    ["13800138000.0", "mobile", "+8613800138000"],
    ["'13800138000", "mobile", "+8613800138000"],
    ["19212345678", "mobile", "+8619212345678"],
    ["16212345678", "mobile", "+8616212345678"],
    ["17012345678", "mobile", "+8617012345678"],
    ["(021) 6233 5566", "landline", "+862162335566"],
    ["021-62335566", "landline", "+862162335566"],
    ["0317-5212118", "landline", "+863175212118"],
    ["400-820-8820", "hotline", "+864008208820"],
    ["4008208820", "hotline", "+864008208820"],
    ["800-820-8820", "hotline", "+868008208820"],
    ["+852 9123 4567", "mobile", "+85291234567"],
    ["852-91234567", "mobile", "+85291234567"],
    ["+55 11 96123-4567", "mobile", "+5511961234567"],
    ["+1 415 555 2671", "mobile_or_landline", "+14155552671"],
    ["+44 20 7946 0018", "landline", "+442079460018"],
  ])("reads %s as a %s", (raw, kind, value) => {
    expect(normalisePhone(raw)).toMatchObject({ kind, e164: value, value, extension: null, problem: null, raw });
  });

  it.each([
    ["021-62335566-8012", "+862162335566", "8012"],
    ["0755-88889999转801", "+8675588889999", "801"],
    ["0755 88889999 转 801", "+8675588889999", "801"],
    ["(021)62335566-8012", "+862162335566", "8012"],
    ["+86-21-62335566-8012", "+862162335566", "8012"],
    ["021-62335566 分机 8012", "+862162335566", "8012"],
    ["021-62335566 ext.8012", "+862162335566", "8012"],
    ["021-62335566x8012", "+862162335566", "8012"],
    ["021-62335566#8012", "+862162335566", "8012"],
    ["021-62335566,8012", "+862162335566", "8012"],
    ["400-820-8820-1", "+864008208820", "1"],
    ["+862162335566;ext=8012", "+862162335566", "8012"],
  ])("keeps the extension of %s apart", (raw, e164, extension) => {
    expect(normalisePhone(raw)).toMatchObject({ e164, extension, value: `${e164};ext=${extension}`, strong: false });
  });

  it.each(["95588", "10086", "9511", "12345"])("knows %s for what it is", (raw) => {
    const phone = normalisePhone(raw);
    expect(phone.e164).toBeNull();
    expect(phone.kind).toBe(raw.length >= 5 ? "short" : "unparsed");
  });

  it("waits for the area code of a local number", () => {
    expect(normalisePhone("62335566")).toMatchObject({ kind: "unparsed", value: null, problem: "area_code_missing" });
    expect(normalisePhone("5212118")).toMatchObject({ kind: "unparsed", value: null, problem: "area_code_missing" });
  });

  it.each([
    ["1380013800", "too_short"],
    ["138001380001", "too_long"],
    ["86 138001380001", "too_long"],
    ["021-6233", "too_short"],
    ["021-623355661", "not_in_use"],
    ["0", "impossible"],
    ["0".repeat(500), "too_long"],
    ["12800138000", "not_in_use"],
    ["0001-62335566", "not_in_use"],
    ["40088888888", "too_long"],
    ["+44 20 7946", "too_short"],
    ["138****8000", "masked"],
    ["138xxxx8000", "masked"],
    ["13800138000、13900139000", "several"],
    ["Tel: 021-62335566; Mob: 13800138000", "several"],
    ["13800138000（空号）", "impossible"],
    ["QQ 13800138000", "impossible"],
    ["1380013800O", "impossible"],
    ["无", "impossible"],
    ["", "impossible"],
    ["－", "impossible"],
    ["abc", "impossible"],
    ["+", "impossible"],
  ])("refuses %j: %s", (raw, problem) => {
    expect(normalisePhone(raw)).toMatchObject({ kind: "unparsed", value: null, strong: false, problem });
  });

  it.each([
    ["13800138000（张总）", "+8613800138000"],
    ["张总：13800138000", "+8613800138000"],
    ["微信同号13800138000", "+8613800138000"],
    ["13800138000【微信】", "+8613800138000"],
    ["138 0013 8000 手机", "+8613800138000"],
    ["客服400-820-8820转1", "+864008208820;ext=1"],
    ["前台 021-62335566 转 8012", "+862162335566;ext=8012"],
  ])("reads %s without the words beside it", (raw, value) => {
    expect(normalisePhone(raw)).toMatchObject({ value, problem: null, raw });
  });

  it("completes a local number where its area code is known", () => {
    expect(normalisePhone("62335566", "CN", "021")).toMatchObject({ kind: "landline", value: "+862162335566" });
    expect(normalisePhone("5212118转8", "CN", "0317").value).toBe("+863175212118;ext=8");
    expect(normalisePhone("13800138000", "CN", "021").value).toBe("+8613800138000");
    expect(normalisePhone("0755-88889999", "CN", "021").value).toBe("+8675588889999");
  });

  it("says that a spreadsheet has lost the digits", () => {
    expect(normalisePhone("1.38E+10")).toMatchObject({ value: null, problem: "digits_lost" });
  });
});

describe("what a number proves", () => {
  it("takes a mobile as one person, and a relay number, a landline, a hotline and a number that may be either as nobody", () => {
    expect(normalisePhone("13800138000").strong).toBe(true);
    expect(normalisePhone("+852 9123 4567").strong).toBe(true);
    for (const shared of ["17138001234转5678", "021-62335566", "400-820-8820", "95588", "+1 415 555 2671"]) {
      expect(normalisePhone(shared).strong).toBe(false);
    }
  });
});

describe("any text", () => {
  it("never throws, and what it understood it understands again", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^[+0-9 ()转x#,;.-]{0,30}$/),
      fc.stringMatching(/^(\+?86|0086)?[-\s]?0?1[3-9][0-9]{9}([转x#-][0-9]{1,6})?$/),
      fc.stringMatching(/^0[0-9]{2,3}-?[2-8][0-9]{6,7}([-转][0-9]{1,6})?$/),
    );
    fc.assert(
      fc.property(texts, (raw) => {
        const phone = normalisePhone(raw);
        if (phone.value === null) {
          expect(phone).toMatchObject({ kind: "unparsed", strong: false });
          expect(phone.problem).not.toBeNull();
        } else {
          expect(normalisePhone(phone.value)).toEqual({ ...phone, raw: phone.value });
          expect(phone.value).toMatch(/^(\+\d{6,15}|\d{5,8})(;ext=\d{1,6})?$/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

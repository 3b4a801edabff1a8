import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanCell, cleanNote } from "./clean-cell.ts";
import { splitEmails, splitPhones } from "../../../platform/text/split-contact-cell.ts";

it.each([
  [" 林晓 ", "林晓"],
  ["\ufeff\u200b陈浩", "陈浩"],
  ['="13800138000"', "13800138000"],
  ['="a""b"', 'a"b'],
  ["=1+1", "=1+1"],
  ["N/A", ""],
  ["无", ""],
  ["#REF!", ""],
  ["Select", ""],
  ["0000-00-00 00:00:00", ""],
  ["Na", "Na"],
  ["无锡", "无锡"],
])("takes %j for %j", (cell, text) => {
  expect(cleanCell(cell)).toBe(text);
});

it("keeps the lines of a remark", () => {
  expect(cleanNote("  一\r\n\u200b二 \n\n无")).toBe("一\n二");
});

it("cleans what is clean no further, and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (cell) => {
      fc.pre(!cell.includes('="'));
      expect(cleanCell(cleanCell(cell))).toBe(cleanCell(cell));
    }),
  );
});

it("cuts a cell with several numbers, and none with an extension", () => {
  expect(splitPhones("13800138000/021-62335566")).toEqual(["13800138000", "021-62335566"]);
  expect(splitPhones("13800138000，13900139000")).toEqual(["13800138000", "13900139000"]);
  expect(splitPhones("021-62335566,8012")).toEqual(["021-62335566,8012"]);
  expect(splitPhones("021-62335566/7")).toEqual(["021-62335566/7"]);
  expect(splitPhones("138 0013 8000")).toEqual(["138 0013 8000"]);
  expect(splitPhones("13800138000 13900139000")).toEqual(["13800138000", "13900139000"]);
  expect(splitPhones("021-62335566/62335567")).toEqual(["021-62335566", "021-62335567"]);
  expect(splitPhones("021-62335566转801或802")).toEqual(["021-62335566转801", "021-62335566转802"]);
});

it("cuts a cell with several addresses", () => {
  expect(splitEmails("a@qq.com; b@qq.com c@qq.com")).toEqual(["a@qq.com", "b@qq.com", "c@qq.com"]);
  expect(splitEmails("林晓 a@qq.com")).toEqual(["林晓 a@qq.com"]);
});

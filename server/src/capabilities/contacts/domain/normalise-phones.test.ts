import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaCodeOf, regionOfPhone } from "./area-codes.ts";
import { normalisePhones } from "./normalise-phones.ts";

const valuesOf = (cell: string) => normalisePhones(cell).map(({ value, problem }) => value ?? problem);

describe("several numbers in one cell", () => {
  it.each([
    ["13800138000", ["+8613800138000"]],
    ["13800138000/021-62335566", ["+8613800138000", "+862162335566"]],
    ["13800138000、13900139000", ["+8613800138000", "+8613900139000"]],
    ["13800138000 13900139000", ["+8613800138000", "+8613900139000"]],
    ["1380013800013900139000", ["+8613800138000", "+8613900139000"]],
    ["１３８００１３８０００；１３９００１３９０００", ["+8613800138000", "+8613900139000"]],
    ["13800138000\n13800138000", ["+8613800138000"]],
    ["13800138000（微信同号）或 021-62335566", ["+8613800138000", "+862162335566"]],
    ["Tel: 021-62335566; Mob: 13800138000", ["+862162335566", "+8613800138000"]],
    ["021-62335566/62335567", ["+862162335566", "+862162335567"]],
    ["(0755) 8888 9999、8888 9998", ["+8675588889999", "+8675588889998"]],
    ["021-62335566-8012/8013", ["+862162335566;ext=8012", "+862162335566;ext=8013"]],
    ["0755-88889999转801或802", ["+8675588889999;ext=801", "+8675588889999;ext=802"]],
    ["021-62335566,8012", ["+862162335566;ext=8012"]],
    ["13800138000/12800138000", ["+8613800138000", "not_in_use"]],
    ["62335566/62335567", ["area_code_missing", "area_code_missing"]],
    ["无", ["impossible"]],
    ["", ["impossible"]],
  ])("%j", (cell, values) => {
    expect(valuesOf(cell)).toEqual(values);
  });

  it("completes local numbers where their area code is known", () => {
    const area = areaCodeOf("310115");
    expect(normalisePhones("62335566/62335567", "CN", area).map(({ value }) => value)).toEqual([
      "+862162335566",
      "+862162335567",
    ]);
  });

  it("never throws, answers at least once and no value twice, and reads its values again", () => {
    const numbers = fc.constantFrom(
      "13800138000",
      "021-62335566",
      "8012",
      "95588",
      "+1 415 555 2671",
      "转",
      "或",
      "、",
      "/",
      " ",
      "-",
    );
    const cells = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(numbers, { maxLength: 8 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(cells, (cell) => {
        const read = normalisePhones(cell);
        const values = read.flatMap(({ value }) => value ?? []);
        expect(read.length).toBeGreaterThan(0);
        expect(new Set(values).size).toBe(values.length);
        for (const value of values) expect(valuesOf(value)).toEqual([value]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("where a landline stands", () => {
  it.each([
    ["110105", "010"],
    ["310115", "021"],
    ["440305", "0755"],
    ["440300", "0755"],
    ["429004", "0728"],
    ["210400", "024"],
    ["440000", null],
    ["710000", null],
  ])("in %s one dials %s", (region, areaCode) => {
    expect(areaCodeOf(region)).toBe(areaCode);
  });

  it.each([
    ["+862162335566", "310000"],
    ["+8675588889999;ext=801", "440300"],
    ["+862488889999", "210000"],
    ["+8613800138000", null],
    ["+864008208820", null],
    ["95588", null],
    ["+14155552671", null],
  ])("%s stands in %s", (value, region) => {
    expect(regionOfPhone(value)).toBe(region);
  });
});

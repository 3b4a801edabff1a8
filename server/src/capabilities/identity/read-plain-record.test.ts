import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordColumn, RecordSort } from "./domain/record-columns.ts";
import { readPlainRecord } from "./read-plain-record.ts";

function read(sort: RecordSort, ...cells: readonly (readonly [RecordColumn, string])[]) {
  const columns = cells.map(([holds], column) => ({ column, holds }));
  return readPlainRecord({ sort, columns })(cells.map(([, text]) => text));
}

describe("a person", () => {
  it("is read as people write it", () => {
    const { record, faults } = read(
      "persons",
      ["name", "歐陽 修（采购）"],
      ["phone", "138 0013 8000"],
      ["phone", "021-62335566"],
      ["mail", "OuYang@Yunfan.example"],
      ["birthDate", "1985年3月12日"],
      ["id", "ab-12 x"],
      ["postcode", "200 040"],
      ["company", "上海市同舟信息科技有限公司"],
    );
    expect(faults).toEqual([]);
    expect(record).toMatchObject({
      surname: ["欧阳"],
      given: ["修"],
      phone: ["+8613800138000", "+862162335566"],
      mail: ["ouyang@yunfan.example"],
      birth: ["19850312"],
      id: ["AB12X"],
      postcode: ["200040"],
    });
    expect(record.organisation?.[0]).toContain("同舟信息科技");
    expect(record.city).toBeUndefined();
  });

  it("has one address from several columns, and a region from a Chinese one", () => {
    expect(read("persons", ["address", "12"], ["address", "Duffy Street"], ["address", ""]).record).toEqual({
      address: ["12 duffy street"],
    });
    expect(read("persons", ["address", "广东省深圳市南山区科技园8号"]).record).toEqual({
      address: ["科技园8号"],
      region: ["440305"],
    });
  });

  it("lives in one place however the place is written", () => {
    const codes = ["广东省", "广东", "廣東"].map((region) => read("persons", ["region", region]).record.region);
    expect(new Set(codes.map(String)).size).toBe(1);
  });

  it("keeps what can be read beside what cannot, which is said", () => {
    const { record, faults } = read(
      "persons",
      ["phone", "没有"],
      ["mail", "none"],
      ["birthDate", "?"],
      ["surname", "Lanyon"],
    );
    expect(record).toEqual({ surname: ["lanyon"] });
    expect(faults.map(({ column }) => column)).toEqual([0, 1, 2]);
  });
});

it("an organisation's line gives its names and where it is, and the list it is from", () => {
  const { record, list } = read(
    "organisations",
    ["name", "Dept. of Physics, University of Athens, Greece"],
    ["list", "ours"],
  );
  expect(record.organisation).toHaveLength(1);
  expect(record.organisation?.[0]).toContain("university of athens");
  expect(record.city).toEqual(["greece"]);
  expect(list).toBe("ours");
});

it("never throws, whatever the cells hold", () => {
  const columns = (["name", "phone", "mail", "birthDate", "id", "address", "city", "company"] as const).map(
    (holds, column) => ({ column, holds }),
  );
  for (const sort of ["persons", "organisations"] as const) {
    const reader = readPlainRecord({ sort, columns });
    fc.assert(fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 8 }), (cells) => void reader(cells)));
  }
});

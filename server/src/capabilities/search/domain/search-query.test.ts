import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameKeys, phoneKeys, type SearchEntry } from "./search-keys.ts";
import { searchQuery, type SearchCondition } from "./search-query.ts";

interface Found {
  name: SearchEntry;
  phone: SearchEntry;
}

function record(name: string, phones: string[] = [], reading: "person" | "text" = "person"): Found {
  return { name: nameKeys(name, reading), phone: phoneKeys(phones) };
}

/** What the database does: the keys by the index, then the pattern. */
function finds(text: string, entry: Found, mayReadPhones = true): boolean {
  const query = searchQuery(text);
  return (query?.readings ?? []).some((terms) =>
    terms.every((term) => term.some((condition) => holds(condition, entry, mayReadPhones))),
  );
}

function holds(condition: SearchCondition, entry: Found, mayReadPhones: boolean): boolean {
  if (condition.in === "phone" && !mayReadPhones) return false;
  const { keys, haystack } = entry[condition.in];
  return condition.keys.every((key) => keys.includes(key)) && isLike(haystack, condition.like);
}

/** `like` of SQL, with backslash escapes. */
function isLike(text: string, pattern: string): boolean {
  const source = pattern.replaceAll(/\\(.)|%|_|([\s\S])/gu, (whole, literal?: string, other?: string) => {
    if (whole === "%") return "[\\s\\S]*";
    if (whole === "_") return "[\\s\\S]";
    return (literal ?? other ?? "").replaceAll(/[$()*+.?[\\\]^{|}/-]/g, "\\$&");
  });
  return new RegExp(`^${source}$`, "u").test(text);
}

describe("a person", () => {
  const zhang = record("张三丰", ["+8613800138000", "+862162335566;ext=8012"]);

  it.each([
    "张三丰",
    "三丰",
    "张三",
    "张",
    "张 三丰",
    "zhangsanfeng",
    "ZhangSan",
    "zhan",
    "zha",
    "zhang san feng",
    "sanfeng",
    "feng",
    "zsf",
    "13800138000",
    "+86 138 0013 8000",
    "8000",
    "0138",
    "02162335566",
    "021-6233 5566",
  ])("is found by %s", (text) => {
    expect(finds(text, zhang)).toBe(true);
  });

  it.each(["张四", "丰", "三张", "zhangsi", "angsan", "zfs", "9999", "13800138001", "", "%", "z", "张三 李四"])(
    "is not found by %j",
    (text) => {
      expect(finds(text, zhang)).toBe(false);
    },
  );

  it("is not found by a part of a number where numbers are masked", () => {
    expect(finds("8000", zhang, false)).toBe(false);
    expect(finds("张三", zhang, false)).toBe(true);
  });

  it("with a surname that is read otherwise is found by that reading", () => {
    expect(finds("shanxiong", record("单雄信"))).toBe(true);
    expect(finds("danxiong", record("单雄信"))).toBe(false);
    expect(finds("yuchi", record("尉迟恭"))).toBe(true);
    expect(finds("lvbu", record("吕布"))).toBe(true);
  });

  it("of two characters is found by both initials and by two short syllables", () => {
    expect(finds("lx", record("林晓"))).toBe(true);
    expect(finds("ma yu", record("马玉"))).toBe(true);
    expect(finds("马 玉", record("马玉"))).toBe(true);
    expect(finds("林晓", record("林 晓"))).toBe(true);
  });

  it("with a Latin name is found by the beginning of each word, whatever the case and accents", () => {
    const jose = record("José Ñuñez");
    for (const text of ["jose", "JOSÉ", "nun", "jose nunez", "nunez jose", "josen"])
      expect(finds(text, jose)).toBe(true);
    expect(finds("ose", jose)).toBe(false);
  });
});

describe("a company", () => {
  const bank = record("重庆银行股份有限公司 (Chongqing Bank)", [], "text");

  it.each(["重庆", "银行股份", "cqyh", "cqy", "yinhang", "chongqingyinhang", "bank", "重庆 bank"])(
    "is found by %s",
    (text) => {
      expect(finds(text, bank)).toBe(true);
    },
  );

  it("does not take wildcards for wildcards", () => {
    expect(finds("重%行", bank)).toBe(false);
    expect(finds("100%", record("100% 果汁", [], "text"))).toBe(true);
  });
});

it("recognises the beginning of an address and a number", () => {
  expect(searchQuery("Lin.Xiao@q")).toMatchObject({ mailPrefix: "lin.xiao@q", digits: null });
  expect(searchQuery("138-0013")).toMatchObject({ digits: "1380013" });
  expect(searchQuery("林晓 上海")?.mailPrefix).toBeNull();
  expect(searchQuery("...")?.readings ?? []).toEqual([]);
});

it("makes about a dozen keys for a person and a bounded number for anybody", () => {
  expect(nameKeys("张三丰", "person").keys.length).toBeLessThanOrEqual(16);
  expect(nameKeys("上海云帆智能科技股份有限公司", "text").keys.length).toBeLessThanOrEqual(60);
  expect(nameKeys("张".repeat(5000), "person").haystack.length).toBeLessThan(3000);
});

const name = fc.oneof(
  fc.stringMatching(/^[一-龥]{1,6}$/),
  fc.stringMatching(/^[a-z]{2,8} [a-z]{2,8}$/),
  fc.stringMatching(/^[一-龥]{1,4}[a-z0-9 ]{0,6}[一-龥]{0,3}$/),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

it("finds everybody by any two neighbouring characters of the name", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[一-龥]{2,30}$/),
      fc.nat(),
      fc.integer({ min: 2, max: 6 }),
      (text, start, length) => {
        const from = start % (text.length - 1);
        expect(finds(text.slice(from, from + length), record(text))).toBe(true);
      },
    ),
  );
});

it("misses nobody the pattern alone would find: the keys only narrow down", () => {
  fc.assert(
    fc.property(name, name, (stored, asked) => {
      const entry = record(stored);
      for (const terms of searchQuery(asked)?.readings ?? []) {
        for (const term of terms) {
          const byPattern = term.some(
            (condition) => condition.in === "name" && isLike(entry.name.haystack, condition.like),
          );
          const byKeys = term.some((condition) => condition.in === "name" && holds(condition, entry, false));
          expect(byKeys).toBe(byPattern);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

it("finds everybody by any beginning of three letters or more in their own haystack", () => {
  fc.assert(
    fc.property(name, fc.nat(), fc.integer({ min: 3, max: 12 }), (stored, place, length) => {
      const entry = record(stored);
      const words = entry.name.haystack.split(" ").filter((word) => /^[a-z0-9]{3,}$/.test(word));
      const word = words[place % Math.max(1, words.length)];
      if (word !== undefined) expect(finds(word.slice(0, Math.max(3, length)), entry)).toBe(true);
    }),
  );
});

it("never throws on any text, and makes 32-bit keys", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      searchQuery(text);
      const { keys, haystack } = nameKeys(text, "person");
      expect(keys.every((key) => key === (key | 0))).toBe(true);
      expect(haystack).toMatch(/^ .* $/su);
    }),
  );
});

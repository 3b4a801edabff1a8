import fc from "fast-check";
import { expect, it } from "vitest";
import { foldAccents } from "./fold-accents.ts";
import { simplifyHan } from "./simplify-han.ts";

it.each([
  ["華為技術有限公司", "华为技术有限公司"],
  ["匯豐銀行", "汇丰银行"],
  ["滙豐銀行", "汇丰银行"],
  ["資訊科技", "资讯科技"],
  ["啓明 啟明", "启明 启明"],
  ["钟離", "钟离"],
  ["华为 Huawei 株式会社", "华为 Huawei 株式会社"],
  ["", ""],
])("writes %s as %s", (traditional, simplified) => {
  expect(simplifyHan(traditional)).toBe(simplified);
});

it("keeps characters that tell names apart on the mainland too", () => {
  for (const name of ["乾元", "东昇", "徵明", "於菟"]) expect(simplifyHan(name)).toBe(name);
});

it.each([
  ["müller", "muller"],
  ["société générale", "societe generale"],
  ["straße", "strasse"],
  ["smørrebrød", "smorrebrod"],
  ["nguyễn", "nguyen"],
  ["云帆", "云帆"],
  ["サービス", "サービス"],
])("writes %s as %s without accents", (text, plain) => {
  expect(foldAccents(text)).toBe(plain);
});

it("does nothing more the second time, and keeps the length of Chinese text", () => {
  const texts = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[一-龥]{0,12}$/));
  fc.assert(
    fc.property(texts, (text) => {
      const once = simplifyHan(text);
      expect(simplifyHan(once)).toBe(once);
      expect(once).toHaveLength(text.length);
      expect(foldAccents(foldAccents(text))).toBe(foldAccents(text));
    }),
    { numRuns: 1000 },
  );
});

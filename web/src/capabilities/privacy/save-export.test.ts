import { expect, test } from "vitest";
import { pageOf } from "./save-export.ts";

const words = {
  title: "张三的资料",
  words: (key: string) => (key === "held.contacts" ? "联系人记录" : key),
  moment: () => "2025年11月21日",
};

test("the page says what is held in words, without keys, and runs nothing that somebody wrote", () => {
  const rows = [
    { id: "0193", name: "张三<script>alert(1)</script>", name_sort: "zhangsan", note: null, taken: { a: "b" } },
  ];
  const page = pageOf({ at: "2025-11-21T01:24:00.000Z", sections: [{ what: "contacts", rows }] }, words);
  expect(page).toContain("<h2>联系人记录</h2>");
  expect(page).toContain("张三&lt;script&gt;");
  expect(page).toContain("{&quot;a&quot;:&quot;b&quot;}");
  for (const absent of ["<script", "0193", "zhangsan", "null"]) expect(page).not.toContain(absent);
});

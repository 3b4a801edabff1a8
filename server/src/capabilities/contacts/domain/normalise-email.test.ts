import fc from "fast-check";
import { expect, it } from "vitest";
import { normaliseEmail } from "./normalise-email.ts";

it.each([
  ["  Lin.Xiao@Example.COM ", "lin.xiao@example.com"],
  ["ｌｉｎ＠ｑｑ．ｃｏｍ", "lin@qq.com"],
  ["mailto:chenhao@yunfan.cn", "chenhao@yunfan.cn"],
  ["<zhou.min@yunfan.com.cn>", "zhou.min@yunfan.com.cn"],
  ["wangqian@163。com", "wangqian@163.com"],
  ["zhaolei @ qq.com;", "zhaolei@qq.com"],
  ["a+b@gmail.com", "a+b@gmail.com"],
  ["林晓@例子.公司", "林晓@xn--fsqu00a.xn--55qx5d"],
  ["\u200bhechuan@qq.com\u200b", "hechuan@qq.com"],
])("reads %s as %s", (raw, value) => {
  expect(normaliseEmail(raw)).toMatchObject({ value, problem: null, raw });
});

it.each([
  "",
  "无",
  "lin",
  "lin@",
  "@qq.com",
  "lin@qq",
  "a b@qq.com",
  "lin@@qq.com",
  "lin@qq..com",
  ".lin@qq.com",
  "lin@-qq.com",
  `${"a".repeat(65)}@qq.com`,
  "lin@qq.c",
])("refuses %j", (raw) => {
  expect(normaliseEmail(raw)).toMatchObject({ value: null, strong: false, problem: "impossible" });
});

it("takes a mailbox of a role for nobody's", () => {
  for (const shared of [
    "info@acme.com",
    "Sales@acme.com",
    "sales01@acme.com",
    "hr.sh@acme.cn",
    "kefu@acme.cn",
    "info+web@acme.cn",
  ]) {
    expect(normaliseEmail(shared)).toMatchObject({ role: true, strong: false });
  }
  for (const own of ["linxiao@acme.com", "sales.wang@acme.com", "informed@acme.com", "hraponi@acme.com"]) {
    expect(normaliseEmail(own)).toMatchObject({ role: false, strong: true });
  }
});

it("tells the providers where anybody has an address", () => {
  expect(normaliseEmail("123456@qq.com").freeMail).toBe(true);
  expect(normaliseEmail("lin@yunfan.cn").freeMail).toBe(false);
});

it("never throws, and what it understood it understands again", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.emailAddress(),
    fc.stringMatching(/^[a-zA-Z.+<>"' @_。-]{0,20}@[a-z.-]{0,12}$/),
  );
  fc.assert(
    fc.property(texts, (raw) => {
      const email = normaliseEmail(raw);
      if (email.value !== null) expect(normaliseEmail(email.value)).toEqual({ ...email, raw: email.value });
    }),
    { numRuns: 1000 },
  );
});

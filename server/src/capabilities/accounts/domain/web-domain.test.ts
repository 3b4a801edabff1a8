import fc from "fast-check";
import { expect, it } from "vitest";
import { webDomain } from "./web-domain.ts";

it.each([
  ["yunfan.com", "yunfan.com"],
  ["https://www.yunfan.com.cn/a?b#c", "yunfan.com.cn"],
  ["HTTP://Shop.YunFan.Cn:8080/", "yunfan.cn"],
  ["http//yunfan.cn", "yunfan.cn"],
  ["https:/yunfan.cn", "yunfan.cn"],
  ["//cdn.yunfan.net/x", "yunfan.net"],
  ["http://user:secret@yunfan.cn/x", "yunfan.cn"],
  ["lin@acme.co.uk", "acme.co.uk"],
  ["Lin Xiao <lin@mail.yunfan.cn>", "yunfan.cn"],
  ["mailto:lin@yunfan.cn", "yunfan.cn"],
  ["官网：www。yunfan。com", "yunfan.com"],
  ["ｗｗｗ．ｙｕｎｆａｎ．ｃｏｍ", "yunfan.com"],
  ["yunfan.cn；yunfan.com", "yunfan.cn"],
  ["yunfan.com.", "yunfan.com"],
  ["云帆.公司", "xn--9kqs09a.xn--55qx5d"],
  ["a.yunfan.bj.cn", "yunfan.bj.cn"],
  ["www.yunfan.com.hk", "yunfan.com.hk"],
  ["news.yunfan.co.jp", "yunfan.co.jp"],
  ["yunfan.or.kr", "yunfan.or.kr"],
  ["yunfan.gov.br", "yunfan.gov.br"],
  ["dept.yunfan.edu.cn", "yunfan.edu.cn"],
  ["yunfan.github.io", "yunfan.github.io"],
  ["docs.yunfan.github.io/start", "yunfan.github.io"],
  ["yunfan.myshopify.com", "yunfan.myshopify.com"],
  ["files.yunfan.s3.amazonaws.com", "yunfan.s3.amazonaws.com"],
  ["www.jd.com", "jd.com"],
  ["zhang@jd.com", "jd.com"],
])("reads %s as %s", (raw, domain) => {
  expect(webDomain(raw)).toEqual({ domain, problem: null });
});

it.each(["123456@qq.com", "lin@vip.163.com", "mail.163.com", "someone@gmail.com", "www.web.de", "a@yahoo.com.cn"])(
  "takes %s for anybody's",
  (raw) => {
    expect(webDomain(raw).problem).toBe("free_mail");
  },
);

it.each(["yunfan.tmall.com", "https://mall.jd.com/index-1000.html", "linkedin.com/company/acme", "weibo.com/yunfan"])(
  "takes %s for a page on somebody else's site",
  (raw) => {
    expect(webDomain(raw).problem).toBe("platform");
  },
);

it.each([
  "",
  "无",
  "yunfan",
  "localhost",
  "192.168.1.1",
  "http://10.0.0.1/admin",
  "com.cn",
  "bj.cn",
  "a@b",
  "张三.",
  "-.com",
  "v1.2",
])("finds no domain in %j", (raw) => {
  expect(webDomain(raw)).toEqual({ domain: null, problem: "no_domain" });
});

it("keeps two customers of one host, and two registrants of one suffix, apart", () => {
  expect(webDomain("yunfan.github.io").domain).not.toBe(webDomain("yangfan.github.io").domain);
  expect(webDomain("yunfan.com.cn").domain).not.toBe(webDomain("yunfan.cn").domain);
  expect(webDomain("yunfan.sh.cn").domain).not.toBe(webDomain("yangfan.sh.cn").domain);
});

it("never throws, and a domain read again is itself, in whatever width and case", () => {
  const wide = (text: string) =>
    text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.webUrl(),
    fc.emailAddress(),
    fc.domain(),
    fc.stringMatching(/^[a-z。.@:/ -]{0,20}\.(cn|com|com\.cn|github\.io|中国)$/),
  );
  fc.assert(
    fc.property(texts, (raw) => {
      const { domain, problem } = webDomain(raw);
      expect(domain === null).toBe(problem === "no_domain");
      if (domain === null) return;
      expect(webDomain(domain).domain).toBe(domain);
      expect(webDomain(wide(domain.toUpperCase()))).toEqual(webDomain(domain));
    }),
    { numRuns: 1500 },
  );
});

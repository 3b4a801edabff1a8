import fc from "fast-check";
import { expect, it } from "vitest";
import { createEncodingSniffer, sniffEncoding } from "./sniff-encoding.ts";

/** 林晓,上海 and 陈浩,北京 as GB18030. */
const GBK_ROWS = Uint8Array.from([
  0xc1, 0xd6, 0xcf, 0xfe, 0x2c, 0xc9, 0xcf, 0xba, 0xa3, 0x0a, 0xb3, 0xc2, 0xba, 0xc6, 0x2c, 0xb1, 0xb1, 0xbe, 0xa9,
  0x0a,
]);

it("goes by the byte order mark when there is one", () => {
  expect(sniffEncoding(Buffer.from("\ufeff姓名"))).toEqual({ encoding: "utf-8", bomBytes: 3, confidence: "certain" });
  expect(sniffEncoding(Buffer.from("\ufeff姓名", "utf16le"))).toEqual({
    encoding: "utf-16le",
    bomBytes: 2,
    confidence: "certain",
  });
  expect(sniffEncoding(Buffer.from("\ufeff姓名", "utf16le").swap16())).toEqual({
    encoding: "utf-16be",
    bomBytes: 2,
    confidence: "certain",
  });
});

it("tells UTF-8 from GB18030 by reading the lines", () => {
  expect(sniffEncoding(Buffer.from("姓名,城市\n林晓,上海\n"))).toMatchObject({
    encoding: "utf-8",
    confidence: "likely",
  });
  expect(sniffEncoding(GBK_ROWS)).toMatchObject({ encoding: "gb18030", confidence: "likely" });
  expect(sniffEncoding(Uint8Array.from([0x81, 0x30, 0x81, 0x30, 0x0a]))).toMatchObject({ encoding: "gb18030" });
});

it("is unsure while it has seen only ASCII, and looks on", () => {
  const sniffer = createEncodingSniffer();
  sniffer.push(Buffer.from("name,city\n".repeat(10_000)));
  expect(sniffer.result()).toEqual({ encoding: "utf-8", bomBytes: 0, confidence: "unsure" });
  sniffer.push(GBK_ROWS);
  expect(sniffer.result()).toMatchObject({ encoding: "gb18030", confidence: "likely" });
});

it("takes a few lines in another encoding for bad lines", () => {
  const file = Buffer.concat([Buffer.from("陈浩,北京\n".repeat(20)), GBK_ROWS, Buffer.from("王倩,广州\n".repeat(20))]);
  expect(sniffEncoding(file)).toMatchObject({ encoding: "utf-8", confidence: "likely" });
});

it("is not misled by a sample that ends inside a character", () => {
  expect(sniffEncoding(Buffer.from("姓名,城市\n林晓,上海\n陈").subarray(0, -1))).toMatchObject({
    encoding: "utf-8",
    confidence: "likely",
  });
});

it("says the same however the bytes are cut, and never throws", () => {
  const lines = fc.array(
    fc.oneof(
      fc.string({ unit: "binary" }).map((text) => Buffer.from(`${text}\n`)),
      fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
      fc.constant(Buffer.from(GBK_ROWS)),
    ),
  );
  fc.assert(
    fc.property(lines, fc.array(fc.nat(200)), (parts, cuts) => {
      const bytes = Buffer.concat(parts);
      const sniffer = createEncodingSniffer();
      const borders = [0, ...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length];
      borders.slice(1).forEach((end, index) => sniffer.push(bytes.subarray(borders[index], end)));
      expect(sniffer.result()).toEqual(sniffEncoding(bytes));
    }),
    { numRuns: 1000 },
  );
});

import { expect, it } from "vitest";
import { companyKey } from "../../accounts/domain/company-key.ts";
import { creditCode } from "../../accounts/domain/credit-code.ts";
import { parseRegion } from "../../accounts/domain/parse-region.ts";
import { normaliseIdentifier } from "../../contacts/domain/normalise-identifier.ts";
import { errorFileHeader, errorFileRow } from "./error-file.ts";
import type { MappedColumn } from "./import-target.ts";
import { parseAmount } from "./parse-amount.ts";
import { dateParser } from "./parse-date.ts";
import { previewCsv } from "./preview-csv.ts";
import { createCsvReader } from "./read-csv-rows.ts";
import type { RowOutcome } from "./row-draft.ts";
import { rowValidator } from "./row-validator.ts";
import { createEncodingSniffer } from "./sniff-encoding.ts";
import { suggestMapping } from "./suggest-mapping.ts";

const HEADER = "姓名,手机,公司,提交时间,备注";
const CHUNK = 64 * 1024;
/** 广州 as GB18030, in a file of UTF-8. */
const OTHER_ENCODING = Buffer.from([0xb9, 0xe3, 0xd6, 0xdd]);

/** One bad row of each kind, by the reason it must come back with. */
const BAD_ROWS: [string, (number: number) => Buffer][] = [
  ["undecodable", (n) => Buffer.concat([Buffer.from(`林晓,${mobile(n)},云帆,2025-03-01,`), OTHER_ENCODING])],
  ["extra_columns", (n) => Buffer.from(`林晓,${mobile(n)},云帆,2025-03-01,想看演示,多出来`)],
  ["broken_quotes", (n) => Buffer.from(`林晓,${mobile(n)},"云帆,2025-03-01,想看演示`)],
  ["no_identifier", () => Buffer.from("林晓,,,2025-03-01,想看演示")],
  ["phone_impossible", (n) => Buffer.from(`林晓,${mobile(n).slice(1)},云帆,2025-03-01,`)],
  ["date_out_of_range", (n) => Buffer.from(`林晓,${mobile(n)},云帆,1970-01-01,`)],
  ["date_out_of_range", (n) => Buffer.from(`林晓,${mobile(n)},云帆,2099-12-31,`)],
  ["cell_too_long", (n) => Buffer.from(`林晓,${mobile(n)},云帆,2025-03-01,${"长".repeat(50_001)}`)],
  ["nul_character", (n) => Buffer.from(`林\0晓,${mobile(n)},云帆,2025-03-01,`)],
  ["too_long", (n) => Buffer.from(`${"晓".repeat(201)},${mobile(n)},云帆,2025-03-01,`)],
];
const GOOD_ROWS: ((number: number) => string)[] = [
  (n) => `林晓,${mobile(n)},云帆智能,2025-03-01 09:30,想看演示`,
  (n) => `=HYPERLINK("x"),${mobile(n)},+云帆,2025/3/1,@SUM(A1)`,
  (n) => `𠮷田👨‍👩‍👧,${mobile(n)},"云帆, ""智能""",2025年3月1日,"两行\n备注"`,
  (n) => `${"晓".repeat(200)},${mobile(n)},,2025-03-01,${"注".repeat(9_999)}`,
  () => `林晓,13800138000,云帆智能,2025-03-01,同一行`,
];
const ROWS = 20_000;
const BAD = 1_000;

it("takes 19,000 good rows out of 20,000 and gives 1,000 bad ones back by line and reason, in a file that can be corrected", () => {
  const { bytes, expected } = fileWithBadRows();
  const outcomes = importAll(bytes);
  expect(outcomes.filter((outcome) => outcome.kind === "draft")).toHaveLength(ROWS - BAD);
  const rejected = outcomes.filter((outcome) => outcome.kind === "rejected");
  expect(rejected.map(({ line, rejects }) => `${line} ${rejects.map((reject) => reject.reason).join()}`)).toEqual(
    expected,
  );

  const labels = { line: "行号", column: "列", reason: "原因" };
  const again =
    errorFileHeader(HEADER.split(","), labels) +
    rejected
      .map(({ line, cells, rejects }) =>
        errorFileRow({ line, cells, faults: rejects.map(({ column, reason }) => ({ column: column ?? "", reason })) }),
      )
      .join("");
  const corrected = again.replaceAll("1970-01-01", "2025-03-01").replaceAll("2099-12-31", "2025-03-01");
  const second = importAll(Buffer.from(corrected));
  expect(second).toHaveLength(BAD);
  // Put right are the 200 dates, and the 100 broken quotes by being written out cell by cell; the others are as bad as before.
  const perKind = BAD / BAD_ROWS.length;
  expect(second.filter((outcome) => outcome.kind === "draft")).toHaveLength(3 * perKind);
});

function mobile(number: number): string {
  return `139${String(number).padStart(8, "0")}`;
}

/** Every twentieth row is a bad one, of each kind in turn. */
function fileWithBadRows(): { bytes: Buffer; expected: string[] } {
  const rows: Buffer[] = [Buffer.from(`${HEADER}\r\n`)];
  const expected: string[] = [];
  let line = 2;
  for (let number = 0; number < ROWS; number++) {
    const bad = number % (ROWS / BAD) === 7 ? BAD_ROWS[expected.length % BAD_ROWS.length] : undefined;
    const good = GOOD_ROWS[number % GOOD_ROWS.length];
    const row = bad ? bad[1](number) : Buffer.from(good?.(number) ?? "");
    if (bad) expected.push(`${line} ${bad[0]}`);
    rows.push(row, Buffer.from("\r\n"));
    line += 1 + row.toString("latin1").split("\n").length - 1;
  }
  return { bytes: Buffer.concat(rows), expected };
}

/** As the use case goes about it: sniff while it arrives, open the beginning, read in chunks, judge each row. */
function importAll(bytes: Buffer): RowOutcome[] {
  const sniffer = createEncodingSniffer();
  for (let from = 0; from < bytes.length; from += CHUNK) sniffer.push(bytes.subarray(from, from + CHUNK));
  const preview = previewCsv(bytes.subarray(0, CHUNK), false, { sniffed: sniffer.result() });
  const mapping = suggestMapping(
    preview.header,
    preview.rows.map((row) => row.cells),
  ).flatMap(({ column, target }): MappedColumn[] => (target === null ? [] : [{ column, target }]));
  const validate = rowValidator({
    header: preview.header,
    mapping,
    mode: "new",
    normalise: {
      identifier: normaliseIdentifier,
      companyKey,
      creditCode,
      region: parseRegion,
      amount: parseAmount,
      date: dateParser({ timeZone: "Asia/Shanghai", order: null, now: new Date("2025-11-21T02:00:00Z") }),
    },
  });
  const reader = createCsvReader(preview.format, preview.header.length, preview.firstRow);
  const outcomes: RowOutcome[] = [];
  for (let from = preview.firstRow.offset; from < bytes.length; from += CHUNK) {
    for (const row of reader.push(bytes.subarray(from, from + CHUNK))) outcomes.push(validate(row));
  }
  for (const row of reader.end()) outcomes.push(validate(row));
  return outcomes;
}

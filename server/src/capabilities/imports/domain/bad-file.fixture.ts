export const FILE_HEADER = "姓名,手机,公司,提交时间,备注";
/** 广州 as GB18030, in a file of UTF-8. */
const OTHER_ENCODING = Buffer.from([0xb9, 0xe3, 0xd6, 0xdd]);

/** One bad row of each kind, by the reason it must come back with. */
const KINDS_OF_BAD_ROWS: [string, (number: number) => Buffer][] = [
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
  (n) => `${"晓".repeat(200)},${mobile(n)},,2025-03-01,${"注".repeat(n % 500 === 3 ? 9_999 : 99)}`,
  () => `林晓,13800138000,云帆智能,2025-03-01,同一行`,
];
export const ROWS = 20_000;
export const BAD_ROWS = 1_000;
/** Kinds of bad rows, each as often as the others. */
export const BAD_KINDS = KINDS_OF_BAD_ROWS.length;

function mobile(number: number): string {
  return `139${String(number).padStart(8, "0")}`;
}

/** Every twentieth row is a bad one, of each kind in turn. */
export function fileWithBadRows(): { bytes: Buffer; expected: string[] } {
  const rows: Buffer[] = [Buffer.from(`${FILE_HEADER}\r\n`)];
  const expected: string[] = [];
  let line = 2;
  for (let number = 0; number < ROWS; number++) {
    const bad =
      number % (ROWS / BAD_ROWS) === 7 ? KINDS_OF_BAD_ROWS[expected.length % KINDS_OF_BAD_ROWS.length] : undefined;
    const good = GOOD_ROWS[number % GOOD_ROWS.length];
    const row = bad ? bad[1](number) : Buffer.from(good?.(number) ?? "");
    if (bad) expected.push(`${line} ${bad[0]}`);
    rows.push(row, Buffer.from("\r\n"));
    line += 1 + row.toString("latin1").split("\n").length - 1;
  }
  return { bytes: Buffer.concat(rows), expected };
}

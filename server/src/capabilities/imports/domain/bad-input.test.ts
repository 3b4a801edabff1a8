import { expect, it } from "vitest";
import { companyKey } from "../../accounts/domain/company-key.ts";
import { creditCode } from "../../accounts/domain/credit-code.ts";
import { addressRegion } from "../../accounts/domain/parse-address.ts";
import { parseIndustry } from "../../accounts/domain/parse-industry.ts";
import { parseRegion } from "../../accounts/domain/parse-region.ts";
import { normaliseIdentifier } from "../../contacts/domain/normalise-identifier.ts";
import { BAD_KINDS, BAD_ROWS, FILE_HEADER, fileWithBadRows, ROWS } from "./bad-file.fixture.ts";
import { errorFileHeader, errorFileRow } from "./error-file.ts";
import type { MappedColumn } from "./import-target.ts";
import { parseAmount } from "./parse-amount.ts";
import { dateParser, dayParser } from "./parse-date.ts";
import { previewCsv } from "../../../platform/csv/preview-csv.ts";
import { createCsvReader } from "../../../platform/csv/read-csv-rows.ts";
import type { RowOutcome } from "./row-draft.ts";
import { rowValidator } from "./row-validator.ts";
import { createEncodingSniffer } from "../../../platform/csv/sniff-encoding.ts";
import { suggestMapping } from "./suggest-mapping.ts";

const CHUNK = 64 * 1024;

it("takes 19,000 good rows out of 20,000 and gives 1,000 bad ones back by line and reason, in a file that can be corrected", () => {
  const { bytes, expected } = fileWithBadRows();
  const outcomes = importAll(bytes);
  expect(outcomes.filter((outcome) => outcome.kind === "draft")).toHaveLength(ROWS - BAD_ROWS);
  const rejected = outcomes.filter((outcome) => outcome.kind === "rejected");
  expect(rejected.map(({ line, rejects }) => `${line} ${rejects.map((reject) => reject.reason).join()}`)).toEqual(
    expected,
  );

  const labels = { line: "行号", column: "列", reason: "原因" };
  const again =
    errorFileHeader(FILE_HEADER.split(","), labels) +
    rejected
      .map(({ line, cells, rejects }) =>
        errorFileRow({ line, cells, faults: rejects.map(({ column, reason }) => ({ column: column ?? "", reason })) }),
      )
      .join("");
  const corrected = again.replaceAll("1970-01-01", "2025-03-01").replaceAll("2099-12-31", "2025-03-01");
  const second = importAll(Buffer.from(corrected));
  expect(second).toHaveLength(BAD_ROWS);
  // Put right are the 200 dates, and the 100 broken quotes by being written out cell by cell; the others are as bad as before.
  const perKind = BAD_ROWS / BAD_KINDS;
  expect(second.filter((outcome) => outcome.kind === "draft")).toHaveLength(3 * perKind);
});

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
      addressRegion,
      amount: parseAmount,
      date: dateParser({ timeZone: "Asia/Shanghai", order: null, now: new Date("2025-11-21T02:00:00Z") }),
      day: dayParser({ timeZone: "Asia/Shanghai", order: null }),
      industry: parseIndustry,
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

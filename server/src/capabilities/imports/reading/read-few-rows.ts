import {
  addressRegion,
  companyKey,
  creditCode,
  parseIndustry,
  parseRegion,
  sortCompanyName,
} from "../../accounts/index.ts";
import { normaliseIdentifier, sortName } from "../../contacts/index.ts";
import { parseAmount } from "../domain/parse-amount.ts";
import { dateParser, dayParser } from "../domain/parse-date.ts";
import { createRowBatcher } from "../domain/row-batches.ts";
import type { BatchRow } from "../domain/row-batches.ts";
import type { ReadingPlan } from "./reading-plan.ts";

/**
 * Reads the rows of a small piece of a file here and now: a thousand rows take some 15 ms, less than starting a thread.
 * @param isWhole whether the piece ends where the file does; otherwise its last row may be cut and is left out.
 */
export function readFewRows(
  { batches: plan, dates, currency }: ReadingPlan,
  bytes: Uint8Array,
  isWhole: boolean,
): BatchRow[] {
  const batcher = createRowBatcher(plan, {
    identifier: normaliseIdentifier,
    companyKey,
    creditCode,
    region: parseRegion,
    addressRegion,
    date: dateParser({ ...dates, now: new Date(dates.now) }),
    day: dayParser(dates),
    industry: parseIndustry,
    amount: (text) => parseAmount(text, currency),
    sortName,
    sortCompany: sortCompanyName,
  });
  const complete = batcher.push(bytes);
  const rest = isWhole ? [batcher.end()] : [];
  return [...complete, ...rest].flatMap(({ rows }) => rows);
}

import { memoiseByValue } from "../../../platform/text/memoise-by-value.ts";
import type { RowNormalisers } from "./row-normalisers.ts";

/** Answers remembered of each normaliser; a lead list of a million rows has some 300,000 companies. */
const REMEMBERED = 20_000;
/** Between the parts of a place; stands in no cell, since cells with control characters are kept out. */
const BETWEEN = "\u0001";

/** Asks each normaliser once per value. Identifiers and addresses are asked every time: hardly any repeats, and remembering costs. */
export function memoiseNormalisers(normalise: RowNormalisers): RowNormalisers {
  const region = memoiseByValue((joined) => normalise.region(joined.split(BETWEEN)), REMEMBERED);
  return {
    identifier: normalise.identifier,
    companyKey: memoiseByValue(normalise.companyKey, REMEMBERED),
    creditCode: memoiseByValue(normalise.creditCode, REMEMBERED),
    region: (parts) => region(parts.join(BETWEEN)),
    addressRegion: normalise.addressRegion,
    date: memoiseByValue(normalise.date, REMEMBERED),
    day: memoiseByValue(normalise.day, REMEMBERED),
    industry: memoiseByValue(normalise.industry, REMEMBERED),
    amount: memoiseByValue(normalise.amount, REMEMBERED),
  };
}

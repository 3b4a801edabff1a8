import { parentPort, workerData } from "node:worker_threads";
import { companyKey } from "../../accounts/domain/company-key.ts";
import { creditCode } from "../../accounts/domain/credit-code.ts";
import { addressRegion } from "../../accounts/domain/parse-address.ts";
import { parseIndustry } from "../../accounts/domain/parse-industry.ts";
import { parseRegion } from "../../accounts/domain/parse-region.ts";
import { sortCompanyName } from "../../accounts/domain/sort-company-name.ts";
import { normaliseIdentifier } from "../../contacts/domain/normalise-identifier.ts";
import { sortName } from "../../contacts/domain/sort-name.ts";
import { parseAmount } from "../domain/parse-amount.ts";
import { dateParser, dayParser } from "../domain/parse-date.ts";
import { createRowBatcher } from "../domain/row-batches.ts";
import type { ReadingPlan, RowsAnswer } from "./reading-plan.ts";

// A thread of its own: bytes of a file come in, batches of read rows go out, and requests are answered meanwhile.
// It needs the neighbours' rules alone, so it takes them from their domains: the front doors would bring database and
// routes along, into every thread.
if (!parentPort) throw new Error("this file is a worker thread");
const port = parentPort;
const { batches: plan, dates, currency } = workerData as ReadingPlan;
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

port.on("message", (bytes: Uint8Array | null) => {
  const answer: RowsAnswer = bytes ? { batches: batcher.push(bytes) } : { batches: [batcher.end()] };
  port.postMessage(answer);
});

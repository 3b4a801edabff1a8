import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A lead as the file of qualified leads says it. */
export interface OlistLead {
  readonly mqlId: string;
  /** `2018-02-01` */
  readonly day: string;
  readonly landingPage: string;
  readonly origin: string;
}

/** A deal as the file of closed deals says it. */
export interface OlistDeal {
  readonly mqlId: string;
  readonly sdr: string;
  readonly rep: string;
  /** `2018-02-26 19:58` */
  readonly wonAt: string;
  /** Declared monthly revenue, in cents. */
  readonly amount: number;
}

export interface OlistFiles {
  readonly leadsFile: string;
  readonly leads: readonly OlistLead[];
  readonly deals: readonly OlistDeal[];
}

/**
 * Reads the two files as plainly as can be, apart from the product's own reader, so that both can be compared: a BOM, lines
 * ended by CRLF, fields by semicolons, no quotes anywhere in these files (checked).
 * @throws Error when a file is missing or is not as described.
 */
export function readOlist(folder: string): OlistFiles {
  const nested = join(folder, "olist-funnel");
  const root = existsSync(nested) ? nested : folder;
  const leadsFile = join(root, "olist_marketing_qualified_leads.csv");
  const leads = rowsOf(leadsFile).map(([mqlId = "", day = "", landingPage = "", origin = ""]) => ({
    mqlId,
    day: day.replaceAll(".", "-"),
    landingPage,
    origin,
  }));
  const deals = rowsOf(join(root, "olist_closed_deals.csv")).map((cells) => ({
    mqlId: cells[0] ?? "",
    sdr: cells[2] ?? "",
    rep: cells[3] ?? "",
    wonAt: (cells[4] ?? "").replace(/^(\d{4})\.(\d{2})\.(\d{2})/, "$1-$2-$3"),
    amount: Math.round(Number(cells[13] ?? "0") * 100),
  }));
  return { leadsFile, leads, deals };
}

function rowsOf(path: string): string[][] {
  const text = readFileSync(path, "utf8");
  if (!text.startsWith("\uFEFF") || text.includes('"'))
    throw new Error(`${path} is not the file that this reader knows`);
  const [, ...lines] = text
    .slice(1)
    .split("\r\n")
    .filter((line) => line !== "");
  return lines.map((line) => line.split(";").map((cell) => cell.trim()));
}

/** How many rows have each value. */
export function countBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}

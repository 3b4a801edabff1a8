const DAY_MS = 86_400_000;

/** What a page may be asked for by name; anything else is two days. */
export const PERIODS = ["30d", "90d", "365d", "month", "quarter", "year"] as const;
export type PeriodName = (typeof PERIODS)[number];

/** Two days of the company's calendar (`2025-11-21`), both included. */
export interface Period {
  from: string;
  to: string;
}

const MONTHS_OF_QUARTER = 3;

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** A named period up to today, both days included; "last 90 days" are today and the 89 before. */
export function periodNamed(name: PeriodName, today: string): Period {
  const days = /^(\d+)d$/.exec(name)?.[1];
  if (days !== undefined) return { from: shifted(today, 1 - Number(days)), to: today };
  const [year = "", month = ""] = today.split("-");
  if (name === "year") return { from: `${year}-01-01`, to: today };
  if (name === "month") return { from: `${year}-${month}-01`, to: today };
  const first = Math.floor((Number(month) - 1) / MONTHS_OF_QUARTER) * MONTHS_OF_QUARTER + 1;
  return { from: `${year}-${String(first).padStart(2, "0")}-01`, to: today };
}

/** The period of the same length that ended the day before. */
export function periodBefore({ from, to }: Period): Period {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  return { from: shifted(from, -days), to: shifted(from, -1) };
}

import { z } from "zod";
import type { ConditionProblemCode } from "./condition-problems.ts";
import { RuleGroup } from "./conditions.ts";

export const MAX_CONDITION_TEXT = 200;
export const MAX_CONDITION_LIST = 1000;
export const MAX_CONDITION_REGIONS = 100;
/** Ten years. */
export const MAX_CONDITION_DAYS = 3660;
/** A hundred years either way. */
const MAX_DAYS_FROM_TODAY = 36_600;
const MAX_RELATED_COUNT = 100_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Calendar periods around today; weeks begin on Monday. */
export const CONDITION_PERIODS = [
  "today",
  "yesterday",
  "tomorrow",
  "this_week",
  "last_week",
  "next_week",
  "this_month",
  "last_month",
  "next_month",
  "this_quarter",
  "last_quarter",
  "next_quarter",
  "this_year",
  "last_year",
  "next_year",
] as const;
export const ConditionPeriod = z.enum(CONDITION_PERIODS);
export type ConditionPeriod = z.infer<typeof ConditionPeriod>;

const problem = (code: ConditionProblemCode): { params: { code: ConditionProblemCode } } => ({ params: { code } });

/** PostgreSQL stores neither the null character nor half a surrogate pair. */
const Text = z
  .string()
  .min(1)
  .max(MAX_CONDITION_TEXT)
  .refine((text) => !/\0|\p{Surrogate}/u.test(text), problem("bad_text"));

const list = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(MAX_CONDITION_LIST);

const CalendarDay = z.string().refine(isCalendarDay, problem("bad_date"));

/** A day in the company's time zone: of the calendar, or counted from today (`-14`: two weeks ago). */
export const ConditionDay = z.union([
  CalendarDay,
  z.strictObject({ daysFromToday: z.int().min(-MAX_DAYS_FROM_TODAY).max(MAX_DAYS_FROM_TODAY) }),
]);
export type ConditionDay = z.infer<typeof ConditionDay>;

/** Minor units (fen) of one currency. */
const Money = z.strictObject({ amount: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
const MoneyRange = z
  .strictObject({ from: z.int(), to: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) })
  .refine(({ from, to }) => from <= to, problem("range_reversed"));

const DayRange = z
  .tuple([ConditionDay, ConditionDay])
  .refine(([from, to]) => !isReversed(from, to), problem("range_reversed"));

const Region = z.string().refine((code) => /^[1-9]\d{5}$/.test(code), problem("bad_region"));

/** Which related rows count: by their day (a date operator and its value) and by conditions on their own fields. */
const relatedFilter = {
  within: z.strictObject({ operator: z.string(), value: z.unknown() }).optional(),
  where: RuleGroup.optional(),
};

/** The shape of an operator's value, by the name the operators use for it. */
export const CONDITION_VALUES = {
  nothing: z.union([z.undefined(), z.null(), z.literal("")]),
  text: Text,
  textList: list(Text),
  number: z.number(),
  numberRange: z.tuple([z.number(), z.number()]).refine(([from, to]) => from <= to, problem("range_reversed")),
  money: Money,
  moneyRange: MoneyRange,
  day: ConditionDay,
  dayRange: DayRange,
  dayCount: z.int().min(1).max(MAX_CONDITION_DAYS),
  period: ConditionPeriod,
  option: Text,
  optionList: list(Text),
  /** Six-digit division codes; each covers everything below it (330000 covers 330100 and 330113). */
  regionList: z.array(Region).min(1).max(MAX_CONDITION_REGIONS),
  /** The id of a user, or "me". */
  user: Text,
  userList: list(Text),
  /** The id of a team, or "mine". */
  team: Text,
  boolean: z.boolean(),
  related: z.strictObject(relatedFilter),
  relatedCount: z.strictObject({ count: z.int().min(0).max(MAX_RELATED_COUNT), ...relatedFilter }),
} as const;

export type ConditionValueShape = keyof typeof CONDITION_VALUES;
export type ConditionValue<Shape extends ConditionValueShape> = z.output<(typeof CONDITION_VALUES)[Shape]>;

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`, in the years conditions know. */
function isCalendarDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** Only days of one kind can be compared without a calendar; a mixed range that turns out reversed covers no day. */
function isReversed(from: ConditionDay, to: ConditionDay): boolean {
  if (typeof from === "string" && typeof to === "string") return from > to;
  if (typeof from === "object" && typeof to === "object") return from.daysFromToday > to.daysFromToday;
  return false;
}

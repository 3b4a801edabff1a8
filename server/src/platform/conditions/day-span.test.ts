import { expect, test } from "vitest";
import { daySpan } from "./day-span.ts";
import type { DaySpanTest } from "./day-span.ts";

const FRIDAY = "2025-11-21";

test.each<[DaySpanTest, string, [string | undefined, string | undefined]]>([
  [{ operator: "on", value: "2024-02-29" }, FRIDAY, ["2024-02-29", "2024-03-01"]],
  [{ operator: "before", value: { daysFromToday: -14 } }, FRIDAY, [undefined, "2025-11-07"]],
  [{ operator: "on_or_before", value: { daysFromToday: 0 } }, FRIDAY, [undefined, "2025-11-22"]],
  [{ operator: "after", value: "2025-12-31" }, FRIDAY, ["2026-01-01", undefined]],
  [{ operator: "between", value: ["2025-11-01", { daysFromToday: 0 }] }, FRIDAY, ["2025-11-01", "2025-11-22"]],
  [{ operator: "in_last", value: 14 }, FRIDAY, ["2025-11-08", "2025-11-22"]],
  [{ operator: "not_in_last", value: 1 }, FRIDAY, ["2025-11-21", "2025-11-22"]],
  [{ operator: "in_next", value: 7 }, FRIDAY, ["2025-11-21", "2025-11-28"]],
  [{ operator: "in_period", value: "today" }, FRIDAY, ["2025-11-21", "2025-11-22"]],
  [{ operator: "in_period", value: "yesterday" }, "2024-03-01", ["2024-02-29", "2024-03-01"]],
  [{ operator: "in_period", value: "tomorrow" }, "2025-12-31", ["2026-01-01", "2026-01-02"]],
  [{ operator: "in_period", value: "this_week" }, FRIDAY, ["2025-11-17", "2025-11-24"]],
  [{ operator: "in_period", value: "this_week" }, "2025-11-23", ["2025-11-17", "2025-11-24"]],
  [{ operator: "in_period", value: "next_week" }, "2025-11-17", ["2025-11-24", "2025-12-01"]],
  [{ operator: "in_period", value: "last_month" }, "2024-03-31", ["2024-02-01", "2024-03-01"]],
  [{ operator: "in_period", value: "next_month" }, "2025-12-31", ["2026-01-01", "2026-02-01"]],
  [{ operator: "in_period", value: "this_quarter" }, "2025-12-31", ["2025-10-01", "2026-01-01"]],
  [{ operator: "in_period", value: "last_quarter" }, "2026-02-28", ["2025-10-01", "2026-01-01"]],
  [{ operator: "in_period", value: "last_year" }, "2025-01-01", ["2024-01-01", "2025-01-01"]],
  [{ operator: "in_period", value: "next_year" }, FRIDAY, ["2026-01-01", "2027-01-01"]],
])("%o on %s", (condition, today, [from, until]) => {
  const span = daySpan(condition, today);
  expect([span.from, span.until]).toEqual([from, until]);
});

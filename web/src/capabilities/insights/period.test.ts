import { describe, expect, it } from "vitest";
import { periodBefore, periodNamed } from "./period.ts";

const today = "2025-11-21";

describe("a named period", () => {
  it("counts today among its days", () => {
    expect(periodNamed("30d", today)).toEqual({ from: "2025-10-23", to: today });
    expect(periodNamed("365d", today)).toEqual({ from: "2024-11-22", to: today });
  });

  it("begins with the month, the quarter and the year", () => {
    expect(periodNamed("month", today).from).toBe("2025-11-01");
    expect(periodNamed("quarter", today).from).toBe("2025-10-01");
    expect(periodNamed("quarter", "2025-03-31").from).toBe("2025-01-01");
    expect(periodNamed("year", today).from).toBe("2025-01-01");
  });
});

it("compares with as many days, that ended the day before", () => {
  expect(periodBefore({ from: "2025-10-23", to: today })).toEqual({ from: "2025-09-23", to: "2025-10-22" });
  expect(periodBefore({ from: "2025-03-01", to: "2025-03-01" })).toEqual({ from: "2025-02-28", to: "2025-02-28" });
});

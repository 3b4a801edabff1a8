import { describe, expect, it } from "vitest";
import { attentionOf } from "./attention-of.ts";

const now = Date.parse("2025-11-21T04:00:00Z");
const today = "2025-11-21";
const row = { outcome: null, expectedCloseOn: null, stageSince: "2025-11-03T04:00:00Z", usualDays: 9 };

describe("what somebody should look at", () => {
  it("is an opportunity that stands longer than usual, with both numbers of days", () => {
    expect(attentionOf(row, today, now)).toEqual({ kind: "stuck", days: 18, usually: 9 });
  });

  it("is first of all an expected close that has passed", () => {
    expect(attentionOf({ ...row, expectedCloseOn: "2025-11-15" }, today, now)).toEqual({ kind: "overdue", days: 6 });
  });

  it("is nothing on the day itself, within the usual days, or where nobody said what is usual", () => {
    expect(attentionOf({ ...row, usualDays: 18, expectedCloseOn: today }, today, now)).toBeUndefined();
    expect(attentionOf({ ...row, usualDays: null }, today, now)).toBeUndefined();
  });

  it("is nothing once it was won or lost", () => {
    expect(attentionOf({ ...row, outcome: "won", expectedCloseOn: "2025-11-15" }, today, now)).toBeUndefined();
  });
});

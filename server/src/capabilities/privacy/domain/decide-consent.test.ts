import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideConsent } from "./decide-consent.ts";
import type { Stated } from "./decide-consent.ts";

const ZONE = "Asia/Shanghai";
const NOW = new Date("2025-11-21T01:24:00.000Z");
const granted = (at: string): Stated => ({ id: `g ${at}`, state: "granted", at: new Date(at) });
const withdrawn = (at: string): Stated => ({ id: `w ${at}`, state: "withdrawn", at: new Date(at) });

describe("may we", () => {
  test("without a statement marketing may not, service and sales may", () => {
    expect(decideConsent("marketing", [], NOW, ZONE)).toMatchObject({ state: "unknown", may: false });
    expect(decideConsent("service", [], NOW, ZONE)).toMatchObject({ state: "unknown", may: true });
    expect(decideConsent("sales", [], NOW, ZONE)).toMatchObject({ may: true, statementId: null });
  });

  test("the newest statement wins", () => {
    const both = [withdrawn("2025-10-01T02:00:00Z"), granted("2025-10-02T02:00:00Z")];
    expect(decideConsent("marketing", both, NOW, ZONE)).toMatchObject({ state: "granted", may: true });
    const again = [...both, withdrawn("2025-10-03T02:00:00Z")];
    expect(decideConsent("sales", again, NOW, ZONE)).toMatchObject({ state: "withdrawn", may: false });
  });

  test("a withdrawal beats a grant of the same day of the company, though the grant is later by the clock", () => {
    const sameDay = [withdrawn("2025-10-01T16:30:00Z"), granted("2025-10-02T15:00:00Z")];
    expect(decideConsent("marketing", sameDay, NOW, ZONE).state).toBe("withdrawn");
    expect(decideConsent("marketing", sameDay, NOW, "UTC").state).toBe("granted");
  });

  test("what was withdrawn today is closed today and open tomorrow", () => {
    const today = [withdrawn("2025-11-20T17:00:00Z")];
    expect(decideConsent("marketing", today, NOW, ZONE).closedToday).toBe(true);
    expect(decideConsent("marketing", today, new Date("2025-11-22T01:00:00Z"), ZONE).closedToday).toBe(false);
  });

  test("agrees with a naive reading day by day, in any order", () => {
    const days = fc.integer({ min: 1, max: 6 });
    const hours = fc.integer({ min: 0, max: 15 });
    const statement = fc.record({ state: fc.constantFrom("granted" as const, "withdrawn" as const), days, hours });
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 12 }),
        fc.constantFrom("marketing" as const, "service" as const, "sales" as const),
        (made, purpose) => {
          const stated = made.map(({ state, days: day, hours: hour }, place) => ({
            id: String(place),
            state,
            at: new Date(Date.UTC(2025, 9, day, hour)),
          }));
          let state = "unknown";
          for (let day = 1; day <= 6; day++) {
            const states = made.filter((one) => one.days === day).map((one) => one.state);
            if (states.includes("granted")) state = "granted";
            if (states.includes("withdrawn")) state = "withdrawn";
          }
          const may = purpose === "marketing" ? state === "granted" : state !== "withdrawn";
          const decided = decideConsent(purpose, stated, NOW, ZONE);
          expect(decided).toMatchObject({ state, may });
          expect(decideConsent(purpose, stated.toReversed(), NOW, ZONE)).toEqual(decided);
        },
      ),
    );
  });
});

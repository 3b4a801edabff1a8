import fc from "fast-check";
import { expect, test } from "vitest";
import { zoneClock } from "./zone-clock.ts";

const ZONES = ["Asia/Shanghai", "Asia/Kolkata", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC"];
const HOUR_MS = 3_600_000;
const berlin = zoneClock("Europe/Berlin");
const at = (text: string): number => Date.parse(`${text}Z`);

/** The platform's own reading, asked each time. */
function shown(instant: number, timeZone: string): string {
  return new Date(instant).toLocaleString("sv-SE", { timeZone });
}

test("clocks in Shanghai are eight hours ahead, and were nine in the summers that had summer time", () => {
  const shanghai = zoneClock("Asia/Shanghai");
  expect(shanghai.wallAt(at("2025-11-21T17:30:00.250"))).toBe(at("2025-11-22T01:30:00.250"));
  expect(shanghai.instantOf(at("1988-07-01T00:00"))).toBe(at("1988-06-30T15:00"));
});

test("a time that is skipped in spring is moved on by what was skipped", () => {
  expect(berlin.instantOf(at("2026-03-29T02:30"))).toBe(at("2026-03-29T01:30"));
  expect(berlin.wallAt(at("2026-03-29T01:30"))).toBe(at("2026-03-29T03:30"));
});

test("of a time that is shown twice in autumn it is the first", () => {
  expect(berlin.instantOf(at("2026-10-25T02:30"))).toBe(at("2026-10-25T00:30"));
  expect(berlin.wallAt(at("2026-10-25T01:30"))).toBe(at("2026-10-25T02:30"));
});

test("it shows what the platform shows, and what it shows leads back", () => {
  const instants = fc.date({ min: new Date("1971-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.constantFrom(...ZONES), (date, zone) => {
      const clock = zoneClock(zone);
      const wall = clock.wallAt(date.getTime());
      expect(new Date(wall).toISOString().slice(0, 19).replace("T", " ")).toBe(shown(date.getTime(), zone));
      const again = clock.instantOf(wall);
      expect(clock.wallAt(again)).toBe(wall);
      expect([0, HOUR_MS / 2, HOUR_MS]).toContain(date.getTime() - again);
    }),
    { numRuns: 500 },
  );
});

test("a zone that is none is refused", () => {
  expect(() => zoneClock("Asia/Tongzhou")).toThrow(RangeError);
});

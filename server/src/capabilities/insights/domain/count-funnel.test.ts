import { FUNNEL_STEPS } from "@tongzhou/contract/lead-stages";
import type { FunnelStep } from "@tongzhou/contract/lead-stages";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countFunnel } from "./count-funnel.ts";
import type { FunnelCount, FunnelEvent } from "./count-funnel.ts";
import { median } from "./median.ts";

const DAY = 86_400_000;
const NOVEMBER = { from: 0, to: 30 * DAY };
const DECEMBER = { from: 30 * DAY, to: 61 * DAY };

/** A lead's way: on which day it entered which step; `again` begins the next cycle. */
function way(leadId: string, ...stations: [day: number, to: FunnelStep | "out", again?: "again"][]): FunnelEvent[] {
  let cycle = 1;
  return stations.map(([day, to, again], order) => {
    if (again !== undefined) cycle += 1;
    return { leadId, at: day * DAY, order, cycle, from: stations[order - 1]?.[1] ?? null, to };
  });
}
const step = (counts: readonly FunnelCount[], name: FunnelStep): FunnelCount => {
  const found = counts.find((one) => one.step === name);
  if (found === undefined) throw new Error(`no step ${name}`);
  return found;
};
const sizes = (counts: readonly FunnelCount[]): number[] => counts.map(({ leads }) => leads.length);

const events = [
  ...way("刘建国", [1, "lead"], [3, "mql"], [4, "sql"], [10, "opportunity"], [40, "won"]),
  ...way("马志远", [2, "lead"], [8, "mql"], [9, "lead"], [35, "mql"]),
  ...way("自己找的", [5, "sql"], [9, "opportunity"], [12, "lead", "again"]),
  ...way("认领的", [6, "lead"], [7, "sql"], [8, "out"]),
  ...way("十月的", [-5, "lead"], [4, "mql"]),
];

describe("cohort: leads created in the period, how far they are", () => {
  const counts = countFunnel(events, "cohort", NOVEMBER);
  test("each lead counts once per step, also what happened after the period", () => {
    expect(sizes(counts)).toEqual([3, 2, 3, 2, 1]);
    expect(step(counts, "mql").leads).toEqual(["刘建国", "马志远"]);
    expect(step(counts, "won").leads).toEqual(["刘建国"]);
  });
  test("a jump counts only where it lands, and is shown there", () => {
    expect(step(counts, "sql").enteredHere).toEqual(["自己找的", "认领的"]);
    expect(step(counts, "sql").advanced).toEqual(["刘建国"]);
    expect(step(counts, "lead").leads).not.toContain("自己找的");
  });
  test("later cycles are a column of their own", () => {
    expect(step(counts, "lead").laterCycles).toEqual(["自己找的"]);
    expect(step(counts, "mql").laterCycles).toEqual([]);
  });
  test("median days are those between the entries", () => {
    expect(step(counts, "lead").medianDays).toBeNull();
    expect(step(counts, "mql").medianDays).toBe(4);
    expect(step(counts, "sql").medianDays).toBe(1);
    expect(step(counts, "opportunity").medianDays).toBe(5);
    expect(step(counts, "won").medianDays).toBe(30);
  });
});

describe("flow: events in the period", () => {
  test("counts the entries of the period, of whatever lead", () => {
    const counts = countFunnel(events, "flow", NOVEMBER);
    expect(sizes(counts)).toEqual([3, 3, 3, 2, 0]);
    expect(step(counts, "mql").leads).toEqual(["刘建国", "十月的", "马志远"].toSorted());
  });
  test("a second entry in the same cycle does not count again", () => {
    const counts = countFunnel(events, "flow", DECEMBER);
    expect(sizes(counts)).toEqual([0, 0, 0, 0, 1]);
  });
  test("a later cycle counts in its own period", () => {
    const returned = way("回来的", [1, "lead"], [2, "mql"], [3, "out"], [31, "lead", "again"], [33, "mql"]);
    const counts = countFunnel(returned, "flow", DECEMBER);
    expect(sizes(counts)).toEqual([0, 0, 0, 0, 0]);
    expect(counts.map(({ laterCycles }) => laterCycles.length)).toEqual([1, 1, 0, 0, 0]);
  });
});

test("who was in a step first by falling back is told apart", () => {
  const fallen = way("自己找的", [1, "sql"], [3, "lead"], [5, "mql"]);
  const counts = countFunnel(fallen, "cohort", NOVEMBER);
  expect(step(counts, "lead")).toMatchObject({ leads: ["自己找的"], cameBack: ["自己找的"], medianDays: null });
  expect(step(counts, "mql")).toMatchObject({ advanced: ["自己找的"], medianDays: 2 });
});

test("changes of holder within a step move neither its count nor its time", () => {
  const asked = way("a", [1, "lead"], [2, "mql"], [3, "mql"], [4, "mql"], [6, "sql"]);
  const counts = countFunnel(asked, "cohort", NOVEMBER);
  expect(sizes(counts)).toEqual([1, 1, 1, 0, 0]);
  expect([step(counts, "mql").medianDays, step(counts, "sql").medianDays]).toEqual([1, 4]);
});

test("two entries in one millisecond count in the order they were recorded", () => {
  const at = 5 * DAY;
  const both: FunnelEvent[] = [
    { leadId: "a", at, order: 2, cycle: 1, from: "mql", to: "sql" },
    { leadId: "a", at, order: 1, cycle: 1, from: "lead", to: "mql" },
    { leadId: "a", at, order: 0, cycle: 1, from: null, to: "lead" },
  ];
  const counts = countFunnel(both, "cohort", NOVEMBER);
  expect(counts.map(({ enteredHere }) => enteredHere.length)).toEqual([0, 0, 0, 0, 0]);
  expect(step(counts, "sql")).toMatchObject({ advanced: ["a"], medianDays: 0 });
});

test("the median of an even number lies between the two in the middle", () => {
  expect([median([]), median([3]), median([1, 2]), median([5, 1, 3]), median([1, 10, 2, 4])]).toEqual([
    null,
    3,
    1.5,
    3,
    3,
  ]);
});

const anyWay = fc
  .array(
    fc.record({
      days: fc.integer({ min: 0, max: 20 }),
      to: fc.constantFrom(...FUNNEL_STEPS, "out" as const),
      again: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((stations) => {
    let day = 0;
    return stations.map(({ days, to, again }, index): [number, FunnelStep | "out", "again"?] => {
      day += days;
      return again && index > 0 ? [day, to, "again"] : [day, to];
    });
  });
const world = fc
  .array(anyWay, { maxLength: 12 })
  .map((ways) => ways.flatMap((stations, index) => way(`l${index}`, ...stations)));
const border = fc.integer({ min: 0, max: 80 }).map((day) => day * DAY);

describe("any ledger", () => {
  test("what counts in a step is parted into how it came there", () => {
    fc.assert(
      fc.property(world, fc.constantFrom("cohort" as const, "flow" as const), border, (ledger, reading, to) => {
        for (const one of countFunnel(ledger, reading, { from: 0, to })) {
          const parts = [...one.advanced, ...one.enteredHere, ...one.cameBack];
          expect(new Set(parts).size).toBe(parts.length);
          const began = one.leads.filter((id) => !parts.includes(id));
          if (one.step !== "lead") expect(began).toEqual([]);
          expect([...parts, ...began].toSorted()).toEqual(one.leads);
        }
      }),
    );
  });
  test("the flow of two periods that meet is that of both together", () => {
    fc.assert(
      fc.property(world, border, border, (ledger, a, b) => {
        const [middle, end] = [Math.min(a, b), Math.max(a, b)];
        const of = (from: number, to: number) => countFunnel(ledger, "flow", { from, to });
        const [whole, early, late] = [of(0, end), of(0, middle), of(middle, end)];
        whole.forEach(({ leads }, index) => {
          expect([...(early[index]?.leads ?? []), ...(late[index]?.leads ?? [])].toSorted()).toEqual(leads);
        });
      }),
    );
  });
  test("over all time both readings are the same", () => {
    fc.assert(
      fc.property(world, (ledger) => {
        const ever = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
        expect(countFunnel(ledger, "flow", ever)).toEqual(countFunnel(ledger, "cohort", ever));
      }),
    );
  });
});

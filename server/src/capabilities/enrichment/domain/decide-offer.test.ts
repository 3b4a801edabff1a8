import fc from "fast-check";
import { expect, test } from "vitest";
import { AFTER_ANSWER, FAILURES_UNTIL_REST, LONGEST_REST_MS, afterFailure, breakerState } from "./breaker.ts";
import type { Breaker } from "./breaker.ts";
import { decideOffer, isWrittenUnasked } from "./decide-offer.ts";
import { offersOf } from "./offers-of.ts";

const present = fc.oneof(
  fc.record({ value: fc.string({ minLength: 1 }), by: fc.constantFrom("person" as const, "enrichment" as const) }),
  fc.record({ value: fc.constant(null), by: fc.constantFrom("nobody" as const, "cleared" as const) }),
);

test("what a person wrote or took away is never written over unasked, nor is a name", () => {
  fc.assert(
    fc.property(present, fc.string({ minLength: 1 }), (now, offered) => {
      const state = decideOffer(now, offered);
      const isWritten = isWrittenUnasked("website", state, "exact");
      if (now.by === "person" || now.by === "cleared") expect(isWritten).toBe(false);
      if (isWritten) expect(now.value).not.toBe(offered);
      expect(isWrittenUnasked("name", state, "creditCode")).toBe(false);
      expect(isWrittenUnasked("website", state, "brand")).toBe(false);
    }),
  );
  expect(decideOffer({ value: null, by: "nobody" }, "C")).toBe("fills");
  expect(decideOffer({ value: "C", by: "enrichment" }, "26")).toBe("replaces");
  expect(decideOffer({ value: "C", by: "person" }, "26")).toBe("differs");
});

test("the first source that knows a field is believed", () => {
  const found = (facts: object, matchedBy: "exact" | "brand" = "exact") => ({
    outcome: "found" as const,
    facts,
    matchedBy,
    origin: { words: "", version: null, line: null },
    at: new Date(0),
    cost: null,
  });
  const offers = offersOf([
    { source: "first", answer: { outcome: "none", cost: null } },
    { source: "unsure", answer: found({ website: "c.cn", address: "c" }, "brand") },
    { source: "second", answer: found({ website: "a.cn" }) },
    { source: "third", answer: found({ website: "b.cn", sizeBand: "1-49" }) },
  ]);
  expect(offers.map(({ field, offered, source }) => [field, offered, source])).toEqual([
    ["sizeBand", "1-49", "third"],
    ["website", "a.cn", "second"],
    ["address", "c", "unsure"],
  ]);
});

test("a source that fails again and again rests longer and longer, and one answer ends it", () => {
  let now = 0;
  let breaker: Breaker = AFTER_ANSWER;
  const rests: number[] = [];
  for (let failure = 1; failure <= 12; failure++) {
    expect(breakerState(breaker, new Date(now))).toBe(failure <= FAILURES_UNTIL_REST ? "well" : "trying");
    breaker = afterFailure(breaker, new Date(now));
    const rest = (breaker.restsUntil?.getTime() ?? now) - now;
    rests.push(rest);
    if (rest > 0) expect(breakerState(breaker, new Date(now + rest - 1))).toBe("resting");
    now += rest;
  }
  expect(rests.slice(0, 5)).toEqual([0, 0, 60_000, 120_000, 240_000]);
  expect(rests.at(-1)).toBe(LONGEST_REST_MS);
  expect(breakerState(AFTER_ANSWER, new Date(now))).toBe("well");
});

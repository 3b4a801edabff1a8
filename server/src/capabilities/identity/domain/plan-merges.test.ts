import fc from "fast-check";
import { expect, test } from "vitest";
import { CONTRADICTION_BITS } from "./join-clusters.ts";
import { planMerges } from "./plan-merges.ts";

const SURE = 20;
const pair = (firstId: string, secondId: string, bits = SURE) => ({ firstId, secondId, bits });

test("pairs that share somebody become one, and the oldest goes on", () => {
  const { groups, held } = planMerges([pair("b", "c"), pair("a", "b"), pair("x", "y")], () => SURE, 0);
  expect(groups).toEqual([
    ["a", "b", "c"],
    ["x", "y"],
  ]);
  expect(held).toEqual([]);
});

test("who contradicts somebody in a group stays out of it, and the pair is held back", () => {
  const evidence = (one: string, other: string) => ([one, other].toSorted().join("") === "ac" ? -30 : SURE);
  const { groups, held } = planMerges([pair("a", "b", 25), pair("b", "c", 15)], evidence, 0);
  expect(groups).toEqual([["a", "b"]]);
  expect(held).toEqual([pair("b", "c", 15)]);
});

test("no two who contradict each other are ever in one group, and every pair is in a group or held back", () => {
  const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const pairs = fc.uniqueArray(
    fc.tuple(id, id, fc.integer({ min: 1, max: 30 })).filter(([one, other]) => one < other),
    { selector: ([one, other]) => one + other, maxLength: 10 },
  );
  const against = fc.array(fc.tuple(id, id).filter(([one, other]) => one < other));
  fc.assert(
    fc.property(pairs, against, (likely, contradictions) => {
      const given = likely.map(([one, other, bits]) => pair(one, other, bits));
      const contradict = new Set(
        contradictions.map(([one, other]) => one + other).filter((key) => !likely.some(([a, b]) => a + b === key)),
      );
      const evidence = (one: string, other: string) =>
        contradict.has([one, other].toSorted().join("")) ? CONTRADICTION_BITS : SURE;
      const { groups, held } = planMerges(given, evidence, 0);
      for (const group of groups)
        for (const one of group)
          for (const other of group) if (one < other) expect(contradict.has(one + other), `${one}${other}`).toBe(false);
      const isJoined = ({ firstId, secondId }: { firstId: string; secondId: string }) =>
        groups.some((group) => group.includes(firstId) && group.includes(secondId));
      expect(held).toEqual(given.filter((one) => !isJoined(one)));
    }),
  );
});

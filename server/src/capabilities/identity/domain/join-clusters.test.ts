import fc from "fast-check";
import { expect, it } from "vitest";
import { CONTRADICTION_BITS, joinClusters } from "./join-clusters.ts";
import { PairList } from "./pair-list.ts";

type Evidence = readonly (readonly [number, number, number])[];

/** Joins by evidence given pair by pair; what is not given is 0 bits. Pairs from 5 bits on are over the threshold. */
function join(size: number, evidence: Evidence, least = 0): number[] {
  const pairs = new PairList();
  const bits = new Map<string, number>();
  for (const [a, b, value] of evidence) {
    bits.set(`${Math.min(a, b)} ${Math.max(a, b)}`, value);
    if (value >= 5) pairs.push(Math.max(a, b), Math.min(a, b), value);
  }
  return [...joinClusters(size, pairs, (a, b) => bits.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 0, least)];
}

it("joins a chain whose ends do not speak against each other", () => {
  const [a, b, c, d] = join(4, [
    [0, 1, 12],
    [1, 2, 9],
    [0, 2, 1],
  ]);
  expect(b).toBe(a);
  expect(c).toBe(a);
  expect(d).not.toBe(a);
});

it("leaves a chain open whose ends contradict each other: the surer half is joined", () => {
  const [a, b, c] = join(3, [
    [0, 1, 12],
    [1, 2, 9],
    [0, 2, CONTRADICTION_BITS],
  ]);
  expect(b).toBe(a);
  expect(c).not.toBe(a);
});

it("leaves a chain open that most pairs speak against, a little each", () => {
  const [a, , c] = join(4, [
    [0, 1, 12],
    [2, 3, 12],
    [1, 2, 6],
    [0, 2, -4],
    [0, 3, -4],
    [1, 3, -4],
  ]);
  expect(c).not.toBe(a);
});

it("never has two records in a cluster that contradict each other, whatever the evidence and its order", () => {
  const size = 8;
  const pair = fc
    .tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: -15, max: 15 }))
    .filter(([a, b]) => a !== b);
  const evidence = fc.uniqueArray(pair, { selector: ([a, b]) => Math.min(a, b) * size + Math.max(a, b) });
  fc.assert(
    fc.property(evidence, (given) => {
      const clusters = join(size, given);
      for (const [a, b, bits] of given) if (bits <= CONTRADICTION_BITS) expect(clusters[a]).not.toBe(clusters[b]);
      const turned = join(
        size,
        given.toReversed().map(([a, b, bits]) => [b, a, bits] as const),
      );
      expect(partition(turned)).toEqual(partition(clusters));
    }),
    { numRuns: 500 },
  );
});

function partition(clusters: readonly number[]): number[] {
  return clusters.map((cluster) => clusters.indexOf(cluster));
}

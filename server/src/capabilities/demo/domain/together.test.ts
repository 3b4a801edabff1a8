import { expect, test } from "vitest";
import { together } from "./together.ts";

const said = (event: string, from: number, count: number) => ({
  event,
  cause: `${event} ${from}`,
  ids: Array.from({ length: count }, (_, place) => `${from + place}`),
});

test("what is said of one event is joined, each id once, under the first that said it", () => {
  expect(together([said("lead.taken", 1, 2), said("lead.lost", 1, 1), said("lead.taken", 2, 2)])).toEqual([
    { event: "lead.taken", cause: "lead.taken 1", ids: ["1", "2", "3"] },
    { event: "lead.lost", cause: "lead.lost 1", ids: ["1"] },
  ]);
});

test("no announcement carries more than a thousand, and nothing is left out", () => {
  const joined = together([0, 400, 800, 1200].map((from) => said("lead.taken", from, 400)));
  expect(joined.map(({ ids }) => ids.length)).toEqual([800, 800]);
  expect(new Set(joined.flatMap(({ ids }) => ids)).size).toBe(1600);
});

import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { expect, test } from "vitest";
import { fewAtOnce } from "./few-at-once.ts";

const TWO = { name: "boat.launch", atOnce: 2 };
const pool = {} as Pool;

test("no more than so many are under way, and they begin in the order in which they were asked for", async () => {
  const began: number[] = [];
  let inside = 0;
  let most = 0;
  const launch = (number: number): Promise<number> =>
    fewAtOnce(pool, TWO, async () => {
      began.push(number);
      most = Math.max(most, ++inside);
      await sleep(number % 3);
      inside -= 1;
      return number;
    });
  const numbers = Array.from({ length: 20 }, (_, number) => number);
  expect(await Promise.all(numbers.map(launch))).toEqual(numbers);
  expect(began).toEqual(numbers);
  expect(most).toBe(2);
});

test("what fails leaves its place to the next", async () => {
  const sink = (): Promise<never> => fewAtOnce(pool, TWO, () => Promise.reject(new Error("sunk")));
  const sunk = await Promise.allSettled([sink(), sink(), sink()]);
  expect(sunk.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(await fewAtOnce(pool, TWO, async () => "afloat")).toBe("afloat");
});

test("kinds without a limit, other kinds and other houses do not wait", async () => {
  const never = new Promise<never>(() => undefined);
  void fewAtOnce(pool, TWO, () => never);
  void fewAtOnce(pool, TWO, () => never);
  expect(await fewAtOnce(pool, { name: "boat.paint" }, async () => 1)).toBe(1);
  expect(await fewAtOnce(pool, { name: "boat.moor", atOnce: 1 }, async () => 2)).toBe(2);
  expect(await fewAtOnce({} as Pool, TWO, async () => 3)).toBe(3);
});

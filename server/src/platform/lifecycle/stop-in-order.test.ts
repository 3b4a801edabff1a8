import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { stopInOrder, type StopStep } from "./stop-in-order.ts";

const never = (): AbortSignal => new AbortController().signal;

function step(name: string, told: string[], milliseconds = 0): StopStep {
  return {
    name,
    async stop() {
      told.push(`${name} begins`);
      await sleep(milliseconds);
      told.push(`${name} ends`);
    },
  };
}

test("each thing stops only after the one before it", async () => {
  const told: string[] = [];
  expect(
    await stopInOrder([step("http", told, 20), step("jobs", told), step("database", told)], never(), vi.fn()),
  ).toEqual([]);
  expect(told).toEqual(["http begins", "http ends", "jobs begins", "jobs ends", "database begins", "database ends"]);
});

test("a step that fails is told, and the database stops all the same", async () => {
  const told: string[] = [];
  const problems: string[] = [];
  const broken: StopStep = { name: "jobs", stop: () => Promise.reject(new Error("broken")) };
  const unfinished = await stopInOrder([broken, step("database", told)], never(), (name) => problems.push(name));
  expect(unfinished).toEqual(["jobs"]);
  expect(problems).toEqual(["jobs"]);
  expect(told).toEqual(["database begins", "database ends"]);
});

test("when patience ends the step is forced and still awaited", async () => {
  const told: string[] = [];
  let letGo = (): void => undefined;
  const stuck: StopStep = {
    name: "http",
    patienceMs: 10,
    stop: () => new Promise((resolve) => (letGo = resolve)),
    force: () => {
      told.push("http forced");
      letGo();
    },
  };
  expect(await stopInOrder([stuck, step("database", told)], never(), vi.fn())).toEqual([]);
  expect(told).toEqual(["http forced", "database begins", "database ends"]);
});

test("a second Ctrl-C ends the patience of all steps but not the proper end of the database", async () => {
  const told: string[] = [];
  const hurry = new AbortController();
  let letGo = (): void => undefined;
  const stuck: StopStep = {
    name: "http",
    patienceMs: 60_000,
    stop: () => new Promise((resolve) => (letGo = resolve)),
    force: () => letGo(),
  };
  const stopped = stopInOrder([stuck, step("database", told, 50)], hurry.signal, vi.fn());
  hurry.abort();
  expect(await stopped).toEqual([]);
  expect(told).toEqual(["database begins", "database ends"]);
});

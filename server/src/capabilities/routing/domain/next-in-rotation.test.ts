import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextInRotation } from "./next-in-rotation.ts";
import type { Waiting } from "./next-in-rotation.ts";
import { rotationFromAssignments } from "./rotation-from-assignments.ts";

const waits = (personId: string, at: number | null, available = true): Waiting => ({
  personId,
  available,
  lastTurn: at === null ? null : { at, id: `a${at}` },
});

describe("whose turn it is", () => {
  test("the available member who has waited longest", () => {
    expect(nextInRotation([waits("陈浩", 3), waits("王倩", 2), waits("李航", 1, false)])?.personId).toBe("王倩");
  });
  test("who never had a turn goes first, ties by id", () => {
    expect(nextInRotation([waits("b", 1), waits("c", null), waits("a", null)])?.personId).toBe("a");
    const same = { at: 5, id: "one" };
    const other = { at: 5, id: "two" };
    expect(
      nextInRotation([
        { personId: "x", available: true, lastTurn: other },
        { personId: "y", available: true, lastTurn: same },
      ])?.personId,
    ).toBe("y");
  });
  test("nobody, when the whole team is away", () => {
    expect(nextInRotation([waits("陈浩", 1, false)])).toBeNull();
    expect(nextInRotation([])).toBeNull();
  });
});

describe("the rotation comes from the assignment rows", () => {
  const used = (id: string, personId: string, at: number, givenBack = false) => ({ id, personId, at, givenBack });
  test("a turn that was given back counts as not used", () => {
    const places = rotationFromAssignments(
      [used("1", "陈浩", 10), used("2", "王倩", 20), used("3", "陈浩", 30, true), used("4", "李航", 5, true)],
      15,
    );
    expect(places.get("陈浩")).toEqual({ lastTurn: { at: 10, id: "1" }, turns: 0 });
    expect(places.get("王倩")).toEqual({ lastTurn: { at: 20, id: "2" }, turns: 1 });
    expect(places.has("李航")).toBe(false);
  });
  test("the order in which rows are read does not matter", () => {
    const row = fc.record({
      id: fc.uuid(),
      personId: fc.constantFrom("陈浩", "王倩", "李航"),
      at: fc.integer({ min: 0, max: 5 }),
      givenBack: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), (rows) => {
        const places = rotationFromAssignments(rows, 3);
        const turned = rotationFromAssignments(rows.toReversed(), 3);
        expect(new Map([...turned].toSorted())).toEqual(new Map([...places].toSorted()));
      }),
    );
  });
});

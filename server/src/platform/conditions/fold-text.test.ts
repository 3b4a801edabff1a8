import { afterAll, beforeAll, expect, test } from "vitest";
import { openConditionWorld } from "./condition-world.fixture.ts";
import type { ConditionWorld } from "./condition-world.fixture.ts";
import { foldText } from "./fold-text.ts";

let world: ConditionWorld;
beforeAll(async () => void (world = await openConditionWorld()));
afterAll(() => world.discard());

/** Scripts whose case and width have long been settled: later Unicode versions only add to others. */
const SETTLED = [
  [0x0001, 0x052f],
  [0x1e00, 0x1fff],
  [0x2000, 0x2bff],
  [0x3000, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xffee],
  [0x1f300, 0x1faff],
] as const;

test("folds every character as PostgreSQL does", async () => {
  const characters = SETTLED.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
  const { rows } = await world.pool.query<{ character: string; folded: string }>(
    "select character, lower(normalize(character, NFKC)) as folded from unnest($1::text[]) as character",
    [characters],
  );
  expect(rows).toHaveLength(characters.length);
  expect(rows.filter(({ character, folded }) => foldText(character) !== folded)).toEqual([]);
});

test("a capital sigma is not looked at in its word, wide and narrow are one, and a ligature is its letters", () => {
  expect(foldText("ΟΔΟΣ")).toBe("οδοσ");
  expect(foldText("ＡＢＣ１２３（株）")).toBe("abc123(株)");
  expect(foldText("ﬁ")).toBe("fi");
  expect(foldText("İSTANBUL")).toBe("istanbul");
});

test("folding twice changes nothing more", () => {
  for (const text of ["％＿＼", "É", "é", "㍿", "ẞ", "张三丰"]) {
    expect(foldText(foldText(text))).toBe(foldText(text));
  }
});

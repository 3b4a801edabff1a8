import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources, isFresh, STAMP } from "./staleness.mjs";

let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tongzhou-stale-"));
  mkdirSync(join(root, "src", "inner"), { recursive: true });
  mkdirSync(join(root, "dist"));
  writeFileSync(join(root, "src", "a.ts"), "export const a = 1;\n");
  writeFileSync(join(root, "src", "inner", "b.ts"), "export const b = 2;\n");
  writeFileSync(join(root, "one.json"), "{}");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const hash = () => hashSources(root, ["src", "one.json", "not-there"]);

test("output is fresh exactly while it carries the hash of its sources", () => {
  expect(isFresh(join(root, "dist"), hash())).toBe(false);
  writeFileSync(join(root, "dist", STAMP), hash());
  expect(isFresh(join(root, "dist"), hash())).toBe(true);
  writeFileSync(join(root, "src", "inner", "b.ts"), "export const b = 3;\n");
  expect(isFresh(join(root, "dist"), hash())).toBe(false);
});

test("a new time of an unchanged file does not make output stale", () => {
  const before = hash();
  utimesSync(join(root, "src", "a.ts"), new Date(0), new Date(0));
  expect(hash()).toBe(before);
});

test("a file that is renamed, added or removed makes output stale", () => {
  const before = hash();
  writeFileSync(join(root, "src", "c.ts"), "");
  const added = hash();
  expect(added).not.toBe(before);
  rmSync(join(root, "src", "c.ts"));
  expect(hash()).toBe(before);
  rmSync(join(root, "src", "a.ts"));
  writeFileSync(join(root, "src", "renamed.ts"), "export const a = 1;\n");
  expect(hash()).not.toBe(before);
});

test("tests and what was built before do not count as sources", () => {
  const before = hash();
  writeFileSync(join(root, "src", "a.test.ts"), "changed");
  mkdirSync(join(root, "src", "dist"));
  writeFileSync(join(root, "src", "dist", "a.js"), "changed");
  expect(hash()).toBe(before);
});

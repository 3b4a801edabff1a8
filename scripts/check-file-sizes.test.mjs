import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFileSizes, codeLines } from "./check-file-sizes.mjs";

let folder;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tongzhou-sizes-"));
  writeFileSync(join(folder, "route-leads.ts"), "const a = 1;\n".repeat(301));
  writeFileSync(join(folder, "leads.sql"), "-- why\n\nselect 1;\n".repeat(300));
  writeFileSync(join(folder, "tables.generated.ts"), "const a = 1;\n".repeat(900));
  writeFileSync(join(folder, "divisions.json"), "1\n".repeat(900));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a file of 301 lines of code is reported, one of 300 with comments and blank lines is not", () => {
  expect(checkFileSizes(folder)).toEqual({
    checked: "2 files, median 300 and p90 301 lines of code",
    complaints: ["route-leads.ts has 301 lines of code; 300 is the ceiling"],
  });
});

test("a comment over several lines counts nothing, code after it does", () => {
  expect(codeLines("/**\n * why\n */\nconst a = 1; // one\n/* b */ const b = 2;\n\n", ".ts")).toBe(2);
  expect(codeLines("{/* why */}\n<b />\n", ".tsx")).toBe(1);
  expect(codeLines("// a selector, in CSS\n", ".css")).toBe(1);
});

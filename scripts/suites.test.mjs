import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findChromium } from "./find-chromium.mjs";
import { countExit, countLastLine, countPlaywright, countVitest } from "./suites.mjs";

const file = (status, ...tests) => ({ status, assertionResults: tests.map((outcome) => ({ status: outcome })) });

test("a test file that could not be loaded is a failure, though no test in it failed", () => {
  const results = {
    numPassedTests: 2,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [file("passed", "passed", "passed"), file("failed", "failed"), file("failed")],
  };
  expect(countVitest(results, 1)).toEqual({ passed: 2, failed: 2, note: "3 files, 1 skipped" });
});

test("an error outside all tests is a failure, though every test passed", () => {
  const results = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  expect(countVitest(results, 1).failed).toBe(1);
  expect(countVitest(results, 0).failed).toBe(0);
});

test("a journey that passed only at its second try has failed", () => {
  const stats = { expected: 5, unexpected: 0, flaky: 1, skipped: 0 };
  expect(countPlaywright({ stats }, 0)).toEqual({ passed: 5, failed: 1, note: "" });
});

test("a program of ours is counted by its last line, and one without it has failed", () => {
  expect(countLastLine(0, "8,000 leads\n12 passed, 0 failed\n")).toEqual({ passed: 12, failed: 0 });
  expect(countLastLine(1, "10 passed, 2 failed")).toEqual({ passed: 10, failed: 2 });
  expect(countLastLine(1, "12 passed, 0 failed")).toEqual({ passed: 12, failed: 1 });
  expect(countLastLine(0, "Error: no such folder")).toEqual({ passed: 0, failed: 1 });
  expect(countExit(3)).toEqual({ passed: 0, failed: 1 });
});

test("Chromium is taken from CHROME, else from the path, and a CHROME that is not there is no Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "tongzhou-chromium-"));
  const program = join(folder, "google-chrome");
  writeFileSync(program, "");
  chmodSync(program, 0o755);
  try {
    expect(findChromium({ PATH: folder })).toBe(program);
    expect(findChromium({ PATH: "", CHROME: program })).toBe(program);
    expect(findChromium({ PATH: folder, CHROME: join(folder, "missing") })).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

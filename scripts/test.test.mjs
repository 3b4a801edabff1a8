import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { ROOT } from "./install.mjs";

function runSuites(...names) {
  return spawnSync(process.execPath, ["scripts/test.mjs", "--as-installed", ...names], { cwd: ROOT, encoding: "utf8" });
}

test("the last line counts the tests of the suites that were named, and the exit code agrees with it", () => {
  const { stdout, status } = runSuites("lock-file", "file-sizes");
  const [first, ...rest] = stdout.trimEnd().split("\n");
  expect(first).toMatch(/^[✓✗] file-sizes {5}/);
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(rest.at(-1)) ?? [];
  expect(Number(passed) + Number(failed)).toBe(2);
  expect(status).toBe(failed === "0" ? 0 : 1);
});

test("a suite that does not exist is named, with those that do", () => {
  const { stderr, status } = runSuites("everything");
  expect(status).toBe(2);
  expect(stderr).toContain("no such suite: everything; there are types, lint, ");
});

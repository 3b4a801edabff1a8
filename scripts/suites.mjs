// Everything `npm test` runs, in order: what is quick and says most comes first.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./find-chromium.mjs";
import { ROOT } from "./install.mjs";

const MINUTE_MS = 60_000;
const RESULTS = join(ROOT, ".test");
const UNIT_RESULTS = join(RESULTS, "unit.json");
const BROWSER_RESULTS = join(RESULTS, "browser.json");

/** Where the files of the Olist funnel lie, which are not part of the repository. */
const OLIST_FOLDER = process.env.OLIST_DIR ?? join(ROOT, "..", "shared", "data", "olist-funnel");

/** Where the labelled records lie by which the search for duplicates is measured; not part of the repository either. */
const IDENTITY_FOLDER = process.env.IDENTITY_DIR ?? join(ROOT, "..", "shared", "data");

/**
 * Each suite is a program of Node with its arguments, a limit, and how its result is counted (one passed or failed, by exit
 * code, unless it has `count`). `unless` answers why a suite cannot run here: that fails in CI and is only said elsewhere,
 * except where `optional` says that the reason is nobody's fault.
 */
export const suites = [
  { name: "types", run: ["node_modules/typescript7/bin/tsc", "-p", "tsconfig.json", "--noEmit"] },
  { name: "lint", run: ["node_modules/oxlint/bin/oxlint", "--deny-warnings"] },
  { name: "format", run: ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."] },
  check("dependencies"),
  check("names"),
  check("domain-purity"),
  check("file-sizes"),
  check("table-owners"),
  check("table-kinds"),
  check("words"),
  check("messages"),
  check("documents"),
  check("lock-file"),
  { name: "schema", run: ["--import", "tsx", "scripts/check-schema.ts"] },
  {
    name: "unit",
    run: [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${UNIT_RESULTS}`,
    ],
    before: () => clear(UNIT_RESULTS),
    count: byResults(UNIT_RESULTS, countVitest),
    limitMs: 9 * MINUTE_MS,
  },
  {
    name: "kill",
    run: ["scripts/kill.mjs", "--kills", "5"],
    count: countLastLine,
    limitMs: 6 * MINUTE_MS,
  },
  {
    name: "browser",
    run: ["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"],
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: BROWSER_RESULTS },
    before: () => clear(BROWSER_RESULTS),
    count: byResults(BROWSER_RESULTS, countPlaywright),
    unless: () => (findChromium() === undefined ? "no Chromium on the path; install one or set CHROME" : undefined),
    limitMs: 6 * MINUTE_MS,
  },
  {
    name: "verify-olist",
    run: ["scripts/verify.mjs", "olist", OLIST_FOLDER],
    count: countLastLine,
    unless: () => (existsSync(OLIST_FOLDER) ? undefined : "the Olist files are not here; OLIST_DIR names them"),
    optional: true,
    limitMs: 5 * MINUTE_MS,
  },
  {
    name: "verify-identity",
    run: ["scripts/verify.mjs", "identity", IDENTITY_FOLDER],
    count: countLastLine,
    unless: () =>
      existsSync(join(IDENTITY_FOLDER, "febrl"))
        ? undefined
        : "the labelled records are not here; IDENTITY_DIR names their folder",
    optional: true,
    limitMs: 3 * MINUTE_MS,
  },
  {
    name: "verify-enrichment",
    run: ["scripts/verify.mjs", "enrichment", IDENTITY_FOLDER],
    count: countLastLine,
    unless: () =>
      existsSync(join(IDENTITY_FOLDER, "szse-companies-dev"))
        ? undefined
        : "the list of listed companies is not here; IDENTITY_DIR names its folder",
    optional: true,
    limitMs: MINUTE_MS,
  },
];

/** A script of ours that ends with one line saying what it looked at. */
function check(name) {
  return {
    name,
    run: [`scripts/check-${name}.mjs`],
    count: (status, output) => ({
      ...countExit(status),
      note: lastLine(output).replace(/^[\w-]+: |, 0 complaints$/g, ""),
    }),
  };
}

/** One test: the program itself. */
export function countExit(status) {
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
}

/** Tests by their results; a file that could not be loaded is one failure, and so is an error outside all tests. */
export function countVitest(results, status) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = results;
  const unloaded = testResults.filter((file) => file.status === "failed" && !file.assertionResults.some(hasFailed));
  return {
    passed: numPassedTests,
    failed: atLeastOneUnless(status === 0, numFailedTests + unloaded.length),
    note: [`${testResults.length} files`, ...saySkipped(numPendingTests + numTodoTests)].join(", "),
  };
}

/** Journeys by their results; one that passed only at a second try has failed. */
export function countPlaywright({ stats }, status) {
  return {
    passed: stats.expected,
    failed: atLeastOneUnless(status === 0, stats.unexpected + stats.flaky),
    note: saySkipped(stats.skipped).join(", "),
  };
}

/** Programs of our own that end with `N passed, N failed`. */
export function countLastLine(status, output) {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lastLine(output)) ?? [];
  if (passed === undefined) return { passed: 0, failed: 1 };
  return { passed: Number(passed), failed: atLeastOneUnless(status === 0, Number(failed)) };
}

/** A program that ends badly has failed, whatever its own count says. */
function atLeastOneUnless(endedWell, failed) {
  return endedWell ? failed : Math.max(1, failed);
}

function hasFailed({ status }) {
  return status === "failed";
}

function saySkipped(skipped) {
  return skipped > 0 ? [`${skipped} skipped`] : [];
}

function lastLine(output) {
  return output.trimEnd().split("\n").at(-1) ?? "";
}

/** Counts by the file of results that the program writes; without one it broke down before the first test. */
function byResults(file, count) {
  return (status) =>
    existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8")), status) : { passed: 0, failed: 1 };
}

function clear(file) {
  mkdirSync(RESULTS, { recursive: true });
  rmSync(file, { force: true });
}

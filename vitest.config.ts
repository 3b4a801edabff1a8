import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** Starts one PostgreSQL for the whole run; test databases are cloned from its template. */
const TEST_CLUSTER = "server/src/platform/postgres/test-cluster.ts";

/** Two cores are the smallest machine the suite must fit; more workers only wait for each other there. */
const WORKERS = 2;

const pureTests = [
  "contract/src/**/*.test.ts",
  "web/src/**/*.test.{ts,tsx}",
  "tracker/src/**/*.test.ts",
  "scripts/**/*.test.{ts,mjs}",
  "server/src/**/domain/**/*.test.ts",
];

/** Longest test: a property over random worlds in a database on a busy machine. */
const TEST_TIMEOUT_MS = 30_000;
const HOOK_TIMEOUT_MS = 60_000;

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    reporters: ["default"],
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: "pure",
          include: pureTests,
          exclude: ["**/node_modules/**", "**/dist/**", "scripts/fixtures/**"],
          environment: "node",
          testTimeout: TEST_TIMEOUT_MS,
          hookTimeout: HOOK_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: "database",
          include: ["server/src/**/*.test.ts", "bench/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**", "server/src/**/domain/**"],
          environment: "node",
          pool: "forks",
          globalSetup: existsSync(TEST_CLUSTER) ? [TEST_CLUSTER] : [],
          testTimeout: TEST_TIMEOUT_MS,
          hookTimeout: HOOK_TIMEOUT_MS,
        },
      },
    ],
  },
});

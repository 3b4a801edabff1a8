import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/find-chromium.mjs";

/** A port of its own, so that a server in use on the default one does not matter. */
const PORT = Number(process.env["E2E_PORT"] ?? 3917);
const ADDRESS = `http://127.0.0.1:${PORT}`;

/** A fresh clone builds, initialises and loads the demo company before the first page. */
const START_LIMIT_MS = 300_000;

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  outputDir: ".test/browser",
  // One after another: the journeys share the demo company.
  workers: 1,
  retries: 0,
  // A journey waits for acts of several people, on machines that may be busy with other things.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: "line",
  use: {
    baseURL: ADDRESS,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      // Chromium's sandbox cannot start as root.
      args: isRoot ? ["--no-sandbox"] : [],
    },
  },
  webServer: {
    command: "node scripts/start-fresh.mjs",
    url: `${ADDRESS}/api/health`,
    timeout: START_LIMIT_MS,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGINT", timeout: 15_000 },
    env: { TONGZHOU_PORT: String(PORT), TONGZHOU_DEMO: "1" },
    stdout: "pipe",
    stderr: "pipe",
  },
});

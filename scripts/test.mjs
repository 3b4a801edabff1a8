// npm test: installs what is missing and checks everything. One line a suite, the details of what failed, and as the last
// line `N passed, N failed` alone. `npm test -- unit names` runs only the suites named.
import { spawn } from "node:child_process";
import { ensureInstalled, requireNode, ROOT } from "./install.mjs";
import { countExit, suites } from "./suites.mjs";

const DEFAULT_LIMIT_MS = 3 * 60_000;

/** How much of the output of a failed suite is shown: the end, where the summary is. */
const SHOWN_LINES = 400;

const isCi = Boolean(process.env.CI);

/** For a run inside a run: the packages are in use, so they are left as they are. */
const AS_INSTALLED = "--as-installed";

const words = process.argv.slice(2);
requireNode();
if (!words.includes(AS_INSTALLED)) ensureInstalled();
process.exitCode = await runAll(chosen(words.filter((word) => word !== AS_INSTALLED)));

async function runAll(list) {
  const total = { passed: 0, failed: 0 };
  for (const suite of list) {
    const { passed, failed } = await runSuite(suite);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/** Runs one suite, prints its line and, when it failed, the end of what it said. */
async function runSuite(suite) {
  const reason = suite.unless?.();
  if (reason !== undefined) {
    const failed = isCi && suite.optional !== true ? 1 : 0;
    console.log(line(failed === 0 ? "–" : "✗", suite.name, "not run", reason));
    return { passed: 0, failed };
  }
  suite.before?.();
  const started = performance.now();
  const { status, output } = await runProgram(suite);
  const { passed, failed, note } = (suite.count ?? countExit)(status, output);
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const counts = `${passed} passed${failed > 0 ? `, ${failed} failed` : ""}${note ? ` (${note})` : ""}`;
  console.log(line(failed === 0 ? "✓" : "✗", suite.name, seconds, counts));
  if (failed > 0) console.log(indented(output));
  return { passed, failed };
}

function runProgram({ run, environment, limitMs = DEFAULT_LIMIT_MS }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, run, {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (text) => (output += text);
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    const clock = setTimeout(() => {
      output += `\nstopped: it ran longer than ${limitMs / 1000} s`;
      child.kill("SIGKILL");
    }, limitMs);
    child.on("error", (error) => keep(error.message));
    child.on("close", (status) => {
      clearTimeout(clock);
      resolve({ status: status ?? 1, output });
    });
  });
}

function chosen(names) {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    console.error(`no such suite: ${unknown.join(", ")}; there are ${suites.map(({ name }) => name).join(", ")}`);
    process.exit(2);
  }
  return names.length === 0 ? suites : suites.filter(({ name }) => names.includes(name));
}

function line(mark, name, time, counts) {
  return `${mark} ${name.padEnd(14)} ${time.padStart(8)}  ${counts}`;
}

function indented(output) {
  const lines = output.trimEnd().split("\n");
  const left = lines.length - SHOWN_LINES;
  const shown = left > 0 ? [`… ${left} lines before`, ...lines.slice(-SHOWN_LINES)] : lines;
  return shown.map((text) => `    ${text}`).join("\n");
}

// `npm run bench -- start [--runs 3]`: from `npm start` to the first answer that the program is well, with everything installed
// and the demo present; and the scripts and styles that a rep's Today fetches with a cold cache before its first row shows.
// Bars of quality.md: 5 s, 350 kB.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { findChromium } from "../scripts/find-chromium.mjs";
import { DEMO_PASSWORD } from "../server/src/capabilities/demo/index.ts";
import { projectFolder } from "../server/src/platform/project-folder.ts";
import { percentile } from "./percentile.ts";

const REP = "chenhao@yunfan.example";
const ASK_EVERY_MS = 20;
/** The first start installs, builds and makes the demo company. */
const PATIENCE_MS = 600_000;
const HEALTHY = 200;
const KB = 1000;
const STYLES_AND_SCRIPTS = new Set(["script", "stylesheet"]);

const { values } = parseArgs({ options: { runs: { type: "string", default: "3" } } });
const dataDir = join(projectFolder(), ".bench", "start");
mkdirSync(dataDir, { recursive: true });
chmodSync(dataDir, 0o711); // the account that root lends must enter

const first = await startProgram();
console.log(`first start, with what was not there yet: ${(first.milliseconds / 1000).toFixed(1)} s`);
await stopProgram(first);
const taken: number[] = [];
for (let run = 0; run < Number(values.runs); run++) {
  const started = await startProgram();
  taken.push(started.milliseconds);
  console.log(`start ${run + 1}: ${(started.milliseconds / 1000).toFixed(2)} s`);
  if (run === Number(values.runs) - 1) await weighToday(started.address).finally(() => stopProgram(started));
  else await stopProgram(started);
}
console.log(`start ${(percentile(taken, 0.5) / 1000).toFixed(1)} s`);
process.exit();

interface Started {
  readonly program: ChildProcess;
  readonly address: string;
  readonly milliseconds: number;
}

async function startProgram(): Promise<Started> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const program = spawn("npm", ["start", "--silent"], {
    cwd: projectFolder(),
    env: { ...process.env, TONGZHOU_PORT: String(port), TONGZHOU_DATA_DIR: dataDir, TONGZHOU_DEMO: "1" },
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  while (performance.now() - began < PATIENCE_MS) {
    if (program.exitCode !== null) throw new Error(`the program ended with ${program.exitCode}`);
    const answer = await fetch(`${address}/api/health`).catch(() => undefined);
    if (answer?.status === HEALTHY) return { program, address, milliseconds: performance.now() - began };
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw new Error("the program did not become well");
}

/** Ends npm and the program below it, and waits until the database is down. */
async function stopProgram({ program }: Started): Promise<void> {
  const group = -(program.pid ?? 0);
  process.kill(group, "SIGTERM");
  while (isAlive(group)) await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
}

/** Whether anything of a process group is left: npm ends before the program that it began. */
function isAlive(group: number): boolean {
  try {
    return process.kill(group, 0);
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Opens a rep's Today in a browser that knows nothing yet and prints the weight of each script and style until a row shows. */
async function weighToday(address: string): Promise<void> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const context = await browser.newContext({ locale: "zh-CN" });
    const data = { email: REP, password: DEMO_PASSWORD };
    const answer = await context.request.post(`${address}/api/session`, { data, headers: { origin: address } });
    if (!answer.ok()) throw new Error(`${REP} could not sign in: ${answer.status()}`);
    const page = await context.newPage();
    const weights: Promise<{ path: string; bytes: number }>[] = [];
    let isShown = false;
    page.on("response", (response) => {
      if (isShown || !STYLES_AND_SCRIPTS.has(response.request().resourceType())) return;
      const weigh = async (): Promise<{ path: string; bytes: number }> => ({
        path: new URL(response.url()).pathname,
        bytes: gzipSync(await response.body()).length,
      });
      weights.push(weigh());
    });
    await page.goto(`${address}/today`);
    await page.locator('main a[href^="/leads/"]').first().waitFor();
    isShown = true;
    const weighed = (await Promise.all(weights)).toSorted((a, b) => b.bytes - a.bytes);
    for (const { path, bytes } of weighed) console.log(`${(bytes / KB).toFixed(1).padStart(8)} kB  ${path}`);
    const total = weighed.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`start scripts and styles ${(total / KB).toFixed(0)} kB`);
  } finally {
    await browser.close();
  }
}

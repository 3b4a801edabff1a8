// `npm run dev`: the server, built and started again whenever its sources change, and the pages served by vite.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { createServer as createProbe } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureInstalled, requireNode, ROOT } from "./install.mjs";

const WATCHED = ["server/src", "contract/src", "db/migrations"];
const SETTLE_MS = 150;
const HOST = "127.0.0.1";
const FIRST_PORT = 3000;
const PAGES_PORT = 5173;
/** After the first request to stop the server waits for its visitors; a second one, this much later, ends that. */
const HURRY_AFTER_MS = 3000;

requireNode();
ensureInstalled();
const { build, builtProgram, staleTargets } = await import("./build.mjs");

const port = process.env.TONGZHOU_PORT ?? String(await freePort(FIRST_PORT));
let server;
let stopping = false;

await buildServer();
startServer();
for (const folder of WATCHED) watch(join(ROOT, folder), { recursive: true }, onChange);
const pages = await servePages();
console.log(`\n  pages     ${pages.resolvedUrls?.local[0]} (changes show at once)\n`);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void stopAll());

async function buildServer() {
  if (staleTargets(["server"]).length > 0) await build(["server"]);
}

function startServer() {
  server = spawn(process.execPath, ["--enable-source-maps", builtProgram("main")], {
    stdio: "inherit",
    env: { ...process.env, TONGZHOU_PORT: port },
    detached: process.platform !== "win32", // Ctrl-C reaches it through us, in our order
  });
  server.once("exit", (code) => {
    if (!stopping && code !== 0 && code !== null) console.log("The server ended; it starts again at the next change.");
  });
}

async function stopServer() {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await Promise.race([ended, sleep(HURRY_AFTER_MS)]);
  if (server.exitCode === null && server.signalCode === null) server.kill("SIGTERM");
  await ended;
}

let settling;
let restarting = Promise.resolve();

function onChange() {
  clearTimeout(settling);
  settling = setTimeout(() => {
    restarting = restarting.then(restart).catch((error) => console.error(error.message));
  }, SETTLE_MS);
}

/** A build that fails leaves the running server alone. */
async function restart() {
  if (stopping || staleTargets(["server"]).length === 0) return;
  await build(["server"]);
  stopping = true;
  await stopServer();
  stopping = false;
  startServer();
}

async function servePages() {
  const { createServer } = await import("vite");
  const pagesServer = await createServer({
    root: join(ROOT, "web"),
    logLevel: "warn",
    server: { host: HOST, port: PAGES_PORT, proxy: { "/api": `http://${HOST}:${port}` } },
  });
  return pagesServer.listen();
}

async function stopAll() {
  if (stopping) return;
  stopping = true;
  await Promise.all([pages.close(), stopServer()]);
  process.exit(0);
}

function freePort(from) {
  return new Promise((resolve, reject) => {
    const probe = createProbe();
    probe.once("error", (error) => (error.code === "EADDRINUSE" ? resolve(freePort(from + 1)) : reject(error)));
    probe.listen(from, HOST, () => probe.close(() => resolve(from)));
  });
}

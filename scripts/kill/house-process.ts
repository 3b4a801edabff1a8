import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";

// Reads a pipe that only the test holds: however the test ends, no program of its house lives on.
const GUARD = `while IFS= read -r word; do :; done; kill -9 "$1"`;

/** How a program of the house is started. */
export interface ProcessOptions {
  readonly name: string;
  readonly program: string;
  readonly logFile: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Settles when it does its work. */
  readonly ready: (isAlive: () => boolean) => Promise<void>;
}

/** The built program in one role, as people run it; it can be killed and started again. */
export class HouseProcess {
  readonly name: string;
  /** How often it ended without having been killed. */
  endedByItself = 0;
  /** Milliseconds since 1970. */
  startedAt = 0;
  readonly #options: ProcessOptions;
  #child: ChildProcess | undefined;

  constructor(options: ProcessOptions) {
    this.name = options.name;
    this.#options = options;
  }

  async start(): Promise<void> {
    const { program, environment, logFile, ready } = this.#options;
    const log = openSync(logFile, "a");
    const child = spawn(process.execPath, ["--enable-source-maps", program], {
      env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "production", ...environment },
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    const guard = spawn("/bin/sh", ["-c", GUARD, "sh", String(child.pid)], { stdio: ["pipe", "ignore", "ignore"] });
    guard.stdin.on("error", () => undefined); // a guard that is gone has nothing to watch
    child.once("exit", () => void guard.kill("SIGKILL"));
    this.#child = child;
    this.startedAt = Date.now();
    child.once("exit", () => {
      if (this.#child === child) this.endedByItself += 1;
    });
    await ready(() => child.exitCode === null && child.signalCode === null);
  }

  /** Ends it the way a power cut does. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
}

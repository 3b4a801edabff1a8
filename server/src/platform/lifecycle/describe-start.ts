import type { Config } from "../config/read-config.ts";
import { isLoopback } from "./is-loopback.ts";

/** What is printed when the program is ready. */
export interface StartFacts {
  readonly config: Config;
  /** Undefined where this process serves no pages. */
  readonly address: string | undefined;
  readonly database: string;
  readonly logFile: string | undefined;
  readonly signIn: readonly string[];
  readonly milliseconds: number;
}

/** The address as a person types it: a server on all addresses is also reached by the loopback one. */
export function addressOf(host: string, port: number): string {
  const shown = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host.includes(":") ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}

/** The lines printed when the program is ready: where, as whom, and how to stop. */
export function describeStart(facts: StartFacts): string[] {
  const { config, address } = facts;
  const lines = ["", `Tongzhou 同舟 is ready (${(facts.milliseconds / 1000).toFixed(1)} s)`, ""];
  const add = (name: string, value: string): void => void lines.push(`  ${name.padEnd(9)} ${value}`);
  if (address !== undefined) add("open", config.publicUrl ?? address);
  if (address !== undefined && config.publicUrl !== undefined) add("listens", address);
  if (!isLoopback(config.host) && address !== undefined) add("", "also at this machine's other addresses");
  for (const [index, line] of facts.signIn.entries()) add(index === 0 ? "sign in" : "", line);
  add("role", config.role);
  add("database", facts.database);
  if (facts.logFile !== undefined) add("log", facts.logFile);
  if (address !== undefined && config.publicUrl === undefined) {
    add("note", "TONGZHOU_URL is not set: any address of this program is trusted, cookies are not Secure on http.");
  }
  add("stop", "Ctrl-C");
  lines.push("");
  return lines;
}

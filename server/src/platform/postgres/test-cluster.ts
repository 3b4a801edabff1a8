import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { liveHolder } from "./claim-folder.ts";
import type { PostgresConnection } from "./postgres-connection.ts";
import { startPostgres, type RunningPostgres } from "./start-postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The cluster of this test run; databases in it belong to whoever makes them. */
    readonly testPostgres: PostgresConnection;
  }
}

const PREFIX = "tongzhou-test-";
const LEFTOVER_AFTER_MS = 10 * 60_000;

/**
 * Global set-up of vitest: one PostgreSQL without fsync for the whole run, in a new folder below the system's temporary
 * one. Tests reach it by `inject("testPostgres")` or the variable TONGZHOU_TEST_CLUSTER (the same as JSON). The function returned stops it and deletes the folder.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  project.provide("testPostgres", cluster.postgres.connection);
  process.env["TONGZHOU_TEST_CLUSTER"] = JSON.stringify(cluster.postgres.connection); // inherited by the test processes
  return cluster.discard;
}

export interface TestCluster {
  readonly postgres: RunningPostgres;
  /** Stops the server and deletes its folder. */
  discard(): Promise<void>;
}

/** Starts a cluster without fsync in a temporary folder; for the global set-up and for programs that test by themselves. */
export async function startTestCluster(): Promise<TestCluster> {
  sweepLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(dataDir, 0o711); // mkdtemp makes 0700, which the account that root lends could not enter
  const postgres = await startPostgres({ dataDir, tuning: "fast" });
  return {
    postgres,
    async discard() {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A killed run leaves its folder behind (its server is stopped by the guard); a later run deletes it. */
function sweepLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > LEFTOVER_AFTER_MS && liveHolder(folder) === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

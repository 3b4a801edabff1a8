import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { movableClock } from "../server/src/platform/clock.ts";
import { openPool } from "../server/src/platform/database/open-pool.ts";
import { createIds } from "../server/src/platform/ids.ts";
import type { House } from "../server/src/platform/ledger/context.ts";
import { migrateDatabase } from "../server/src/platform/lifecycle/migrate-database.ts";
import { startPostgres } from "../server/src/platform/postgres/start-postgres.ts";
import { projectFolder } from "../server/src/platform/project-folder.ts";
import { fillHouse } from "./fill-house.ts";

/** The present of every bench over a filled house: its rows were made for this moment. */
const MORNING = new Date("2025-11-21T01:24:00.000Z");
const DATABASE = "bench_house";
const CONNECTIONS = 6;

export interface FilledHouse {
  readonly house: House;
  readonly pool: Pool;
  close(): Promise<void>;
}

/**
 * The house of so many leads and touches that benches read, kept in `.bench/`: made when it is not there, which takes a
 * minute for every hundred thousand leads, and migrated when the program went on.
 */
export async function openFilledHouse(leads: number, touches: number): Promise<FilledHouse> {
  const folder = join(projectFolder(), ".bench", `house-${leads}-${touches}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711); // the account that root lends must enter
  const isMade = join(folder, "made");
  const postgres = await startPostgres({ dataDir: folder, tuning: "durable" });
  try {
    const admin = openPool({ ...postgres.connection, database: "postgres" }, { max: 1 });
    if (!existsSync(isMade)) {
      await admin.query(`drop database if exists ${DATABASE} with (force)`);
      await admin.query(`create database ${DATABASE}`);
    }
    await admin.end();
    const pool = openPool({ ...postgres.connection, database: DATABASE }, { max: CONNECTIONS });
    const newId = createIds({ now: () => new Date() });
    const house: House = { pool, clock: movableClock(MORNING), newId, announcer: { announce: async () => undefined } };
    await migrateDatabase(pool, newId);
    if (!existsSync(isMade)) {
      const began = performance.now();
      await fillHouse(house, leads, touches, (line) => console.log(`making the house: ${line}`));
      writeFileSync(isMade, `${new Date().toISOString()}\n`);
      console.log(`made in ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
    }
    return {
      house,
      pool,
      async close() {
        await pool.end();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

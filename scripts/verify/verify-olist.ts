import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importCommand } from "../../server/src/capabilities/imports/index.ts";
import { startTestCluster } from "../../server/src/platform/postgres/test-cluster.ts";
import { checkOlist } from "./check-olist.ts";
import { readOlist } from "./olist-files.ts";
import { openOlistWorld } from "./olist-world.ts";
import type { OlistWorld } from "./olist-world.ts";
import { replayDeals } from "./replay-deals.ts";

/** How the columns of the file are imported; the campaign is named by the column `origin`. */
const MAP = {
  mode: "new",
  columns: { mql_id: "memberId:olist", first_contact_date: "occurredAt", landing_page_id: "landingPage" },
};

/**
 * Runs the real leads and deals of Olist through the product, on an empty database, and compares with counts made straight
 * from the files. One line a check, last `N passed, N failed`.
 * @returns the exit code.
 */
export async function verify(folder: string): Promise<number> {
  const files = readOlist(folder);
  const cluster = await startTestCluster();
  const world = await openOlistWorld(cluster, files);
  try {
    await importFile(world, files.leadsFile);
    const replayed = await replayDeals(world, files);
    const results = await checkOlist(world, files, replayed);
    for (const { name, expected, found } of results) {
      const passed = String(expected) === String(found);
      console.log(
        `${passed ? "passed" : "FAILED"}  ${name}${passed ? ` (${found})` : `: expected ${expected}, found ${found}`}`,
      );
    }
    const failed = results.filter(({ expected, found }) => String(expected) !== String(found)).length;
    console.log(`${results.length - failed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    await world.close();
    await cluster.discard();
  }
}

/** Imports the file of leads by the command that `npm run tongzhou -- import leads` runs. */
async function importFile({ house }: OlistWorld, leadsFile: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "tongzhou-olist-"));
  const map = join(scratch, "map.json");
  writeFileSync(map, JSON.stringify(MAP));
  const command = importCommand(async () => []);
  await command.run(["leads", leadsFile, "--map", map, "--campaign-column", "origin"], {
    config: {} as never,
    newId: house.newId,
    say: (line) => console.log(`import  ${line}`),
    resolvePath: (path) => path,
    openDatabase: async () => ({ pool: house.pool, connection: {}, description: "an empty database" }),
  });
  rmSync(scratch, { recursive: true });
}

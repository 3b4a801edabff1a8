import { ExplainedError } from "../config/explained-error.ts";
import type { Command } from "../lifecycle/command-type.ts";
import { restoreBackup } from "./restore-backup.ts";

const REPLACE = "--replace";

export const restoreCommand: Command = {
  name: "restore",
  usage: `FILE [${REPLACE}]`,
  summary: "put a backup into the database; the program must not be running",
  async run(words, surroundings) {
    const [given, ...more] = words.filter((word) => word !== REPLACE);
    if (given === undefined || more.length > 0) {
      throw new ExplainedError(
        `Say which backup: npm run restore FILE, and -- ${REPLACE} to remove what is there now.`,
      );
    }
    const file = surroundings.resolvePath(given);
    const { pool, description } = await surroundings.openDatabase("alone");
    surroundings.say(`Restoring ${file} into ${description} …`);
    const summary = await restoreBackup(file, {
      pool,
      newId: surroundings.newId,
      replace: words.includes(REPLACE),
    });
    if (summary.migrated.length > 0) surroundings.say(`Migrated to this version: ${summary.migrated.join(", ")}.`);
    surroundings.say(`${summary.rows} rows of ${summary.tables} tables, as of ${summary.madeAt}, are in place.`);
  },
};

import { statSync } from "node:fs";
import { systemClock } from "../clock.ts";
import { ExplainedError } from "../config/explained-error.ts";
import type { Command } from "../lifecycle/command-type.ts";
import { writeBackup } from "./write-backup.ts";

const MEGABYTE = 1024 * 1024;

export const backupCommand: Command = {
  name: "backup",
  usage: "FILE",
  summary: "write everything in the database to a file; works while the program runs",
  async run(words, surroundings) {
    const [given, ...more] = words;
    if (given === undefined || more.length > 0) {
      throw new ExplainedError("Say where the backup goes: npm run backup FILE");
    }
    const file = surroundings.resolvePath(given);
    const { pool, description } = await surroundings.openDatabase("beside");
    surroundings.say(`Backing up ${description} …`);
    const { tables, rows } = await writeBackup(pool, file, systemClock.now());
    const size = (statSync(file).size / MEGABYTE).toFixed(1);
    surroundings.say(`${rows} rows of ${tables} tables are in ${file} (${size} MB). Keep it safe: it holds secrets.`);
  },
};

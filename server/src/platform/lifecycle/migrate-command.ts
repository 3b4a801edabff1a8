import type { Command } from "./command-type.ts";
import { migrateDatabase } from "./migrate-database.ts";

export const migrateCommand: Command = {
  name: "migrate",
  usage: "",
  summary: "bring the database to the schema of this version (npm start does it, too)",
  async run(_words, surroundings) {
    const { pool, description } = await surroundings.openDatabase("beside");
    const applied = await migrateDatabase(pool, surroundings.newId);
    surroundings.say(
      applied.length === 0
        ? `Nothing to migrate in ${description}.`
        : `Migrated ${description}: ${applied.join(", ")}.`,
    );
  },
};

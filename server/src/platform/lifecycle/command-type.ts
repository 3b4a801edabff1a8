import type { Pool } from "pg";
import type { Config } from "../config/read-config.ts";
import type { Connection } from "../database/open-pool.ts";
import type { NewId } from "../ids.ts";

/** A command of `npm run tongzhou -- <name> …`. Whoever has one writes it beside the use case and adds it in `command.ts`. */
export interface Command {
  readonly name: string;
  /** What follows the name, for example `FILE [--replace]`; "" for nothing. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /**
   * Does it. What it throws decides the exit code; an ExplainedError is printed as it stands.
   * @param words what follows the name on the command line.
   */
  run(words: readonly string[], surroundings: CommandSurroundings): Promise<void>;
}

/** What a command may use. */
export interface CommandSurroundings {
  readonly config: Config;
  readonly newId: NewId;
  /** A line for the person at the terminal. */
  say(line: string): void;
  /** A path as the person meant it: relative to the folder they stand in, which npm has left. */
  resolvePath(path: string): string;
  /**
   * Opens the database for the length of the command. `beside` also works while the program runs on it; `alone` is refused
   * then. The schema is whatever it is: a command that needs the newest calls `migrateDatabase`.
   */
  openDatabase(how: "alone" | "beside"): Promise<CommandDatabase>;
}

export interface CommandDatabase {
  readonly pool: Pool;
  readonly connection: Connection;
  /** Where it is, for people. */
  readonly description: string;
}

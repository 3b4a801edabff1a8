import { resolve } from "node:path";
import { systemClock } from "../clock.ts";
import { explainFailure } from "../config/explain-failure.ts";
import { readConfig } from "../config/read-config.ts";
import { openPool } from "../database/open-pool.ts";
import { createIds } from "../ids.ts";
import { boundHeapGrowth } from "./bound-heap-growth.ts";
import type { Command, CommandDatabase, CommandSurroundings } from "./command-type.ts";
import { openDatabase, openDatabaseBeside } from "./open-database.ts";

export interface CommandLine {
  readonly commands: readonly Command[];
  /** The name of the command and what follows it. */
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly projectFolder: string;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

const FAILED = 1;
const MISUSED = 2;
const CONNECTIONS = 4;

/** Runs one command and closes what it opened. Returns the exit code: 0 done, 1 failed, 2 called wrongly. */
export async function runCommand(line: CommandLine): Promise<number> {
  boundHeapGrowth();
  const [name, ...words] = line.words;
  const command = line.commands.find((each) => each.name === name);
  if (command === undefined) {
    const asked = name === undefined || name === "help" || name === "--help";
    const tell = asked ? line.say : line.complain;
    if (!asked) tell(`There is no command ${name}.`);
    for (const text of listCommands(line.commands)) tell(text);
    return asked ? 0 : MISUSED;
  }
  const closing: (() => Promise<unknown>)[] = [];
  try {
    await command.run(words, surroundingsOf(line, command, closing));
    return 0;
  } catch (error) {
    line.complain(explainFailure(error));
    return FAILED;
  } finally {
    for (const close of closing.toReversed()) await close().catch((error: unknown) => line.complain(String(error)));
  }
}

function listCommands(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map((command) => `${command.name} ${command.usage}`.length));
  return [
    "npm run tongzhou -- <command>",
    ...commands.map((each) => `  ${`${each.name} ${each.usage}`.padEnd(width)}  ${each.summary}`),
  ];
}

function surroundingsOf(line: CommandLine, command: Command, closing: (() => Promise<unknown>)[]): CommandSurroundings {
  const config = readConfig(line.env, line.projectFolder);
  for (const warning of config.warnings) line.complain(warning);
  return {
    config,
    newId: createIds(systemClock),
    say: line.say,
    resolvePath: (path) => resolve(line.env["INIT_CWD"] ?? process.cwd(), path),
    async openDatabase(how): Promise<CommandDatabase> {
      const database = await (how === "alone" ? openDatabase(config) : openDatabaseBeside(config));
      closing.push(() => database.close());
      for (const notice of database.notices) line.say(notice);
      const pool = openPool(database.connection, {
        max: CONNECTIONS,
        applicationName: `tongzhou ${command.name} ${process.pid}`,
      });
      closing.push(() => pool.end());
      return { pool, connection: database.connection, description: database.description };
    },
  };
}

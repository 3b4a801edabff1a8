import { demoCommand } from "./capabilities/demo/index.ts";
import { dedupeCommand } from "./capabilities/identity/index.ts";
import { importCommand } from "./capabilities/imports/index.ts";
import { backupCommand } from "./platform/backup/backup-command.ts";
import { restoreCommand } from "./platform/backup/restore-command.ts";
import type { Command } from "./platform/lifecycle/command-type.ts";
import { migrateCommand } from "./platform/lifecycle/migrate-command.ts";
import { runCommand } from "./platform/lifecycle/run-command.ts";
import { projectFolder } from "./platform/project-folder.ts";

const readSubscriptions = async () => (await import("./parts.ts")).parts.subscriptions ?? [];

/** Every command of `npm run tongzhou -- <command>`, in the order of the list. */
const commands: readonly Command[] = [
  migrateCommand,
  backupCommand,
  restoreCommand,
  importCommand(readSubscriptions),
  dedupeCommand(),
  demoCommand(readSubscriptions),
];

process.exitCode = await runCommand({
  commands,
  words: process.argv.slice(2),
  env: process.env,
  projectFolder: projectFolder(),
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
});

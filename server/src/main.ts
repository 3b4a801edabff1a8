import { explainFailure } from "./platform/config/explain-failure.ts";
import { readConfig } from "./platform/config/read-config.ts";
import { openLog } from "./platform/lifecycle/open-log.ts";
import type { ProgramParts } from "./platform/lifecycle/program-parts.ts";
import { runProgram } from "./platform/lifecycle/run-program.ts";
import { projectFolder } from "./platform/project-folder.ts";

try {
  const config = readConfig(process.env, projectFolder());
  const { log, file } = openLog(config, process.stdout.isTTY === true);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const loadParts = async (): Promise<ProgramParts> => (await import("./parts.ts")).parts;
  process.exitCode = await runProgram({ config, log, logFile: file, loadParts, say });
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = 1;
}
// Timers of libraries must not keep a program alive that has stopped.
process.exit();

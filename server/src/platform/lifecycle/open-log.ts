import { chmodSync, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import pino, { type Logger } from "pino";
import { describeError } from "../log/describe-error.ts";
import type { Config } from "../config/read-config.ts";

export interface OpenLog {
  readonly log: Logger;
  /** Set when the lines go to a file instead of standard output. */
  readonly file: string | undefined;
}

const LOG_FILE = "tongzhou.log";
const LOG_LIMIT = 50 * 1024 * 1024;

/**
 * The log as JSON lines: on standard output for whoever collects it there, but in a file of the data folder when standard
 * output is a person's terminal, where they would bury the address and the sign-ins. Errors are always printed as well.
 */
export function openLog(config: Pick<Config, "dataDir" | "logLevel">, isTerminal: boolean): OpenLog {
  const options = {
    level: config.logLevel,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  };
  if (!isTerminal) return { log: pino(options), file: undefined };
  const file = join(config.dataDir, LOG_FILE);
  mkdirSync(config.dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.old`);
  const streams = pino.multistream([
    { level: config.logLevel, stream: pino.destination({ dest: file, sync: true }) },
    { level: "error", stream: process.stderr },
  ]);
  const log = pino(options, streams);
  chmodSync(file, 0o600);
  return { log, file };
}

/** Where the job runner writes its lines; pino fits. Details never hold personal data: names, ids, counts, error messages. */
export interface JobLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export const silentJobLog: JobLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

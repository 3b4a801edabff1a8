/** Where the job runner writes its lines; pino fits. Details never hold personal data: names, ids, counts, error messages. */
export interface JobLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export const silentJobLog: JobLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The part of an error that may be logged. */
export function loggable(error: unknown): { message: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = (error as { code?: unknown }).code;
  return {
    message: error.message,
    ...(typeof code === "string" ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
  };
}

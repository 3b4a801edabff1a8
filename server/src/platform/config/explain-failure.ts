import { ExplainedError } from "./explained-error.ts";

/** Why a program cannot go on, to be printed: a sentence for what a person can mend, everything for a defect. */
export function explainFailure(error: unknown): string {
  if (error instanceof ExplainedError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What the database says about the values of a row may name a person, so of its errors only these are logged. */
const FROM_DATABASE = ["code", "severity", "schema", "table", "column", "constraint", "routine", "position"] as const;

/** An error as it may be logged: its kind, where it came from, and no value of any record. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  const described = {
    type: error.name,
    ...(isFromDatabase(error) ? databaseFacts(error) : { message: error.message, ...(code ? { code } : {}) }),
    stack: framesOf(error),
  };
  return cause instanceof Error ? { ...described, cause: describeError(cause) } : described;
}

/** node-postgres marks its errors with the severity the server told. */
function isFromDatabase(error: Error): boolean {
  return "severity" in error && "routine" in error;
}

function databaseFacts(error: Error): Record<string, unknown> {
  const facts = error as unknown as Record<string, unknown>;
  return Object.fromEntries(FROM_DATABASE.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));
}

/** The stack without its first lines, which repeat the message. */
function framesOf(error: Error): string[] {
  return (error.stack ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "));
}

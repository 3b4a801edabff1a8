import { Conflict, Refused, Unavailable } from "../problems/refusal.ts";
import type { Refusal } from "../problems/refusal.ts";

const FOREIGN_KEY = "23503";
/** What a restricting reference says from PostgreSQL 18 on. */
const RESTRICTED = "23001";
const UNIQUE = "23505";
const CANCELLED = "57014";

/** The database cannot be reached, is starting or is going down; class 08, and the codes of sockets. */
const UNREACHABLE = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/;

const RETRY_SECONDS = 5;

/**
 * What an error of the database means to the caller, when a use case has not said it better; undefined for a defect. The
 * constraints are the last word on what may not be, so that a race that slips past a check is still refused in words.
 */
export function translateDatabaseError(error: unknown): Refusal | undefined {
  const { code, message = "" } = error as { code?: string; message?: string };
  if (code === UNIQUE) return new Conflict("already_exists");
  if (code === CANCELLED) return new Refused("took_too_long");
  if (code === RESTRICTED) return new Refused("still_in_use");
  if (code === FOREIGN_KEY) return new Refused(/update or delete/.test(message) ? "still_in_use" : "refers_to_missing");
  if (UNREACHABLE.test(code ?? "") || /timeout exceeded when trying to connect/.test(message)) {
    return new Unavailable(RETRY_SECONDS);
  }
  return undefined;
}

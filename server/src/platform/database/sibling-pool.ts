import pg from "pg";
import type { Pool } from "pg";

export interface SiblingOptions {
  readonly max: number;
  /** What its sessions are told besides what those of the pool are, by the names of PostgreSQL. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * A small pool of its own to the same database, for work that takes connections itself or wants other settings. A library
 * on the pool of the house could wait for a connection while the operation that calls it holds one: enough such calls at
 * once wait for ever.
 */
export function siblingPool(pool: Pool, options: SiblingOptions): Pool {
  const { password, options: known } = pool.options;
  const added = Object.entries(options.settings).map(([name, value]) => `-c ${name}=${value}`);
  const sibling = new pg.Pool({
    ...pool.options,
    // The pool hides it from being copied.
    ...(password === undefined ? {} : { password }),
    max: options.max,
    options: [known ?? "", ...added].join(" ").trim(),
  });
  sibling.on("error", () => undefined);
  sibling.on("connect", (client) => void client.on("error", () => undefined));
  return sibling;
}

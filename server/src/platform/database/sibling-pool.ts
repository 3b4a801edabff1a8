import pg from "pg";
import type { Pool } from "pg";

/**
 * A small pool of its own to the same database, for a library that takes connections itself. On the pool of the house it
 * could wait for a connection while the operation that calls it holds one: enough such calls at once wait for ever.
 */
export function siblingPool(pool: Pool, options: { readonly max: number; readonly searchPath: string }): Pool {
  const { password, options: settings } = pool.options;
  const sibling = new pg.Pool({
    ...pool.options,
    // The pool hides it from being copied.
    ...(password === undefined ? {} : { password }),
    max: options.max,
    options: `${settings ?? ""} -c search_path=${options.searchPath}`.trim(),
  });
  sibling.on("error", () => undefined);
  sibling.on("connect", (client) => void client.on("error", () => undefined));
  return sibling;
}

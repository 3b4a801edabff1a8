import { siblingPool } from "../database/sibling-pool.ts";
import type { SiblingOptions } from "../database/sibling-pool.ts";
import { createIds } from "../ids.ts";
import type { House } from "./context.ts";

/** A house on the same database with its own clock, announcer and connections. */
export interface SiblingHouse {
  readonly house: House;
  /** Ends its connections. */
  close(): Promise<void>;
}

/** Opens a second house on the database of the first; its ids follow its own clock. */
export function openSiblingHouse(
  real: House,
  own: Pick<House, "clock" | "announcer">,
  connections: SiblingOptions,
): SiblingHouse {
  const pool = siblingPool(real.pool, connections);
  return { house: { pool, newId: createIds(own.clock), ...own }, close: () => pool.end() };
}

import type { PoolClient, QueryConfig } from "pg";

/**
 * Statements with longer lists are planned each time: the plan that is kept for all values is made for about ten, and may be
 * a thousand times slower for thousands.
 */
const LONGEST_LIST = 10;
/** Each costs the connection of the server some 10 to 100 kB. */
const MOST_A_CONNECTION = 120;

const prepared = new WeakMap<PoolClient, Map<string, string>>();

/**
 * The statement as a connection is to run it: one with few values gets a name, by which the server keeps what it parsed and
 * planned. A single arrival is some forty short statements, and planning them anew took half of what they cost.
 */
export function preparedStatement(client: PoolClient, text: string, values: readonly unknown[]): QueryConfig {
  const given = values as unknown[];
  if (given.some((value) => Array.isArray(value) && value.length > LONGEST_LIST)) return { text, values: given };
  const names = prepared.get(client) ?? new Map<string, string>();
  prepared.set(client, names);
  const known = names.get(text);
  if (known !== undefined) return { name: known, text, values: given };
  if (names.size >= MOST_A_CONNECTION) return { text, values: given };
  const name = `s${names.size}`;
  names.set(text, name);
  return { name, text, values: given };
}

import pg from "pg";

/** Connection settings: of the embedded server (socket folder, user, database) or a `DATABASE_URL`. */
export type Connection = Pick<
  pg.PoolConfig,
  "connectionString" | "host" | "port" | "user" | "password" | "database" | "ssl"
>;

export interface PoolOptions {
  /** Connections at most; the server's own limit is 60. */
  readonly max?: number;
  readonly applicationName?: string;
  /** Told of errors of idle connections. Without a listener such an error ends the process. */
  readonly onError?: (error: Error) => void;
}

const INT8 = 20;
const DATE = 1082;
const INT8_ARRAY = 1016;

/** `date` stays text (a Date would be local midnight), `int8` becomes a number as long as it is exact. */
function parsers(): pg.CustomTypesConfig {
  const exact = (text: string): number => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a number exactly`);
    return value;
  };
  const own = new Map<number, (text: string) => unknown>([
    [INT8, exact],
    [DATE, (text) => text],
    [INT8_ARRAY, (text) => text.slice(1, -1).split(",").filter(Boolean).map(exact)],
  ]);
  return {
    getTypeParser: ((oid: number, format?: "text" | "binary") =>
      (format !== "binary" && own.get(oid)) ||
      pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
  };
}

/** Opens a pool of connections that speak UTC and our types. Nothing is connected until the first query. */
export function openPool(connection: Connection, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: options.max ?? 16,
    application_name: options.applicationName ?? "tongzhou",
    types: parsers(),
    options: "-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601 -c client_min_messages=warning",
  });
  const told = options.onError ?? (() => undefined);
  pool.on("error", told);
  // graphile-worker and LISTEN hold clients of their own; an error on one of those must not end the process either.
  pool.on("connect", (client) => void client.on("error", told));
  return pool;
}

import { createHash } from "node:crypto";
import { CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import type { DatabaseConnection, Driver, QueryResult } from "kysely";
import type { PoolClient, QueryConfig, QueryResult as Answer } from "pg";
import { preparedStatement } from "./prepared-statement.ts";
import type { Tables } from "./tables.generated.ts";

/** Statements whose plan the connection keeps, by their names there. */
const kept = new WeakMap<CompiledQuery<unknown>, string>();

/**
 * Marks a statement as one that comes again with the same text, so that the connection parses and plans it once, whatever its
 * parameters are. Left to itself PostgreSQL plans the first five of each connection anew, 4 ms for the details of fifty leads.
 * Only for texts without anything of the moment in them, whose best plan is the same for all parameters: each text stays on
 * every connection that has seen it. Inside a transaction.
 */
export function keepPlan<Row>(query: CompiledQuery<Row>): CompiledQuery<Row> {
  kept.set(query, createHash("sha256").update(query.sql).digest("base64url"));
  return query;
}

/** Two short statements more (0.1 ms both) spare the planning. A failure ends the transaction, and the setting with it. */
async function queryWithKeptPlan(client: PoolClient, query: QueryConfig): Promise<Answer> {
  await client.query("set local plan_cache_mode = force_generic_plan");
  const result = await client.query(query);
  await client.query("set local plan_cache_mode = auto");
  return result;
}

/** A Kysely driver over one given connection. It opens and ends no transaction: `operate` and `look` do. */
class OneClientDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(client: PoolClient, prepares: boolean) {
    this.#connection = {
      async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
        const text = query.sql;
        const values = query.parameters as unknown[];
        const name = kept.get(query);
        const unnamed = prepares ? preparedStatement(client, text, values) : { text, values };
        const result = await (name === undefined
          ? client.query(unnamed)
          : queryWithKeptPlan(client, { name, text, values }));
        return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) };
      },
      // oxlint-disable-next-line require-yield -- the interface wants a generator; nothing here streams through Kysely
      async *streamQuery(): AsyncGenerator<never> {
        throw new Error("streams go through COPY or a cursor on Context.client");
      },
    };
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error("a use case is inside the transaction of its operation already");
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

/**
 * Kysely over one connection of the pool. Kysely hides the client it takes from a pool, and COPY must run on the very
 * connection that holds the transaction, so the house takes the client and binds Kysely to it.
 * @param prepares whether statements are kept prepared: those of use cases repeat, those of lists are ever new.
 */
export function bindClient(client: PoolClient, prepares = false): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new OneClientDriver(client, prepares),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

import { createHash } from "node:crypto";
import { CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import type { DatabaseConnection, Driver, QueryResult } from "kysely";
import type { PoolClient } from "pg";
import { preparedStatement } from "./prepared-statement.ts";
import type { Tables } from "./tables.generated.ts";

/** Statements whose plan the connection keeps, by their names there. */
const kept = new WeakMap<CompiledQuery<unknown>, string>();

/**
 * Marks a statement as one that comes again with the same text, so that the connection parses it once and soon plans it no
 * more. Only for texts without anything of the moment in them: each text stays on every connection that has seen it.
 */
export function keepPlan<Row>(query: CompiledQuery<Row>): CompiledQuery<Row> {
  kept.set(query, createHash("sha256").update(query.sql).digest("base64url"));
  return query;
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
        const result = await client.query(name === undefined ? unnamed : { name, text, values });
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

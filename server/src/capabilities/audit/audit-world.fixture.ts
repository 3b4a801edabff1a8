import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { Http } from "../../platform/http/http.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { openPeople, peopleMessages } from "../people/index.ts";
import { accountsMessages, accountsRoutes } from "../accounts/index.ts";
import { contactsMessages, contactsRoutes } from "../contacts/index.ts";
import { auditMessages, auditRoutes } from "./index.ts";

const SET = operationKind("test.set_column");

export interface AuditWorld {
  readonly database: TestDatabase;
  readonly http: TestHttp;
  readonly cast: Cast;
  /** The present value of a column; undefined when the row is not there. */
  column(table: string, id: string, column: string): Promise<unknown>;
  /** Writes one column in an operation of this person; answers the operation. */
  set(table: string, id: string, column: string, value: unknown, personId: string): Promise<string>;
  /** Lets the house do something because of an operation. */
  follow(causeId: string, statements: readonly [string, unknown[]][]): Promise<string>;
  /** Gives a role a right to all records of an object, and takes a field of them out of its sight. */
  hide(role: string, object: string, field: string, right: string): Promise<void>;
  companyId(): Promise<string>;
  /** Runs statements in an operation of this person. */
  write(personId: string, statements: readonly [string, unknown[]][]): Promise<string>;
}

function registerAll(http: Http): void {
  accountsRoutes(http);
  contactsRoutes(http);
  auditRoutes(http);
}

/** The company with contacts and accounts, and its audit, behind HTTP. */
export async function openAuditWorld(register: (http: Http) => void = registerAll): Promise<AuditWorld> {
  const database = await createTestDatabase();
  const { signIn } = await openPeople(database.house);
  const cast = await hireCast(database.house);
  const http = await openTestHttp({
    house: database.house,
    directory: signIn.directory,
    messages: [peopleMessages, accountsMessages, contactsMessages, auditMessages],
    register,
  });
  const write: AuditWorld["write"] = async (personId, statements) => {
    const asked = { actor: { kind: "person", personId }, kind: SET, source: "web" } as const;
    const { operationId } = await operate(database.house, asked, async ({ client }) => {
      for (const [text, values] of statements) await client.query(text, values);
    });
    return operationId;
  };
  return {
    database,
    http,
    cast,
    write,
    async follow(causeId, statements) {
      const asked = { actor: { kind: "system" }, kind: SET, source: "job", causeId } as const;
      const { operationId } = await operate(database.house, asked, async ({ client }) => {
        for (const [text, values] of statements) await client.query(text, values);
      });
      return operationId;
    },
    async hide(role, object, field, right) {
      await write(cast.吴桐, [
        [
          `update grant_rule set scope = 'all' where object = $2 and action = $3 and role_id = (select id from role where code = $1)`,
          [role, object, right.split(".")[1]],
        ],
        [
          `update field_grant set level = 'hidden', beyond = 'hidden' where object = $2 and field = $3 and role_id = (select id from role where code = $1)`,
          [role, object, field],
        ],
      ]);
      signIn.directory.forget();
    },
    async companyId() {
      const { rows } = await database.pool.query<{ id: string }>("select id from company");
      return rows[0]?.id ?? "";
    },
    set: (table, id, column, value, personId) =>
      write(personId, [[`update ${table} set ${column} = $2 where id = $1`, [id, value]]]),
    async column(table, id, column) {
      const { rows } = await database.pool.query(`select ${column} as value from ${table} where id = $1`, [id]);
      return rows[0]?.value;
    },
  };
}

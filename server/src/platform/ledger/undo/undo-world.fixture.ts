import type { TestDatabase } from "../../database/test-database.ts";
import type { Actor, Context } from "../context.ts";
import { operate } from "../operate.ts";
import { operationKind } from "../operation-kind.ts";
import type { NaiveOperation, NaiveTable, Row, Snapshot } from "./naive-undo.fixture.ts";
import { differencesOf } from "./naive-undo.fixture.ts";

const ACT = operationKind("world.act");
const IMPORT = operationKind("world.import", { redoneByRepeating: true });
const PERSON: Actor = { kind: "person", personId: "00000000-0000-7000-8000-000000000001" };
const SYSTEM: Actor = { kind: "system" };

/** The rules of `boat-schema.ts` once more, as the naive model reads them. */
export const WORLD_TABLES: Readonly<Record<string, NaiveTable>> = {
  account: { references: { parent_id: "account" }, checks: [], uniques: [], parts: [] },
  contact: { references: {}, checks: [], uniques: [], parts: [] },
  identifier: {
    references: { contact_id: "contact" },
    checks: [],
    uniques: [
      {
        columns: ["value", "retired"],
        key: (row) => (row["retired"] === "false" ? row["value"]?.toLowerCase() : undefined),
      },
    ],
    parts: [{ column: "contact_id", target: "contact", boundTo: [] }],
  },
  lead: {
    references: { contact_id: "contact", account_id: "account" },
    checks: [
      { columns: ["owner", "pool"], holds: (row) => (row["owner"] === null) !== (row["pool"] === null) },
      {
        columns: ["stage", "owner"],
        holds: (row) => ["assigned", "sql"].includes(row["stage"] ?? "") === (row["owner"] !== null),
      },
    ],
    uniques: [
      {
        columns: ["contact_id", "stage"],
        key: (row) => (row["stage"] === "disqualified" ? undefined : (row["contact_id"] ?? undefined)),
      },
    ],
    together: [["stage", "owner"]],
    parts: [],
  },
  step: {
    references: { lead_id: "lead" },
    checks: [],
    uniques: [],
    parts: [{ column: "lead_id", target: "lead", boundTo: ["stage", "owner", "pool"] }],
  },
  opportunity: { references: { lead_id: "lead" }, checks: [], uniques: [], parts: [] },
  touch: {
    references: { identifier_id: "identifier" },
    checks: [],
    uniques: [],
    parts: [{ column: "identifier_id", target: "identifier", boundTo: [] }],
  },
};

/** One random act: a kind and three numbers that choose rows and values. */
export type Deed = readonly [kind: number, first: number, second: number, third: number];

type Work = (context: Context) => Promise<void>;

/** A small world in which random deeds are done; keeps the naive model's own record of what each operation changed. */
export class UndoWorld {
  readonly operations: NaiveOperation[] = [];
  readonly #database: TestDatabase;
  readonly #imports = new Set<string>();
  #rows: Snapshot = new Map();

  constructor(database: TestDatabase) {
    this.#database = database;
  }

  get rows(): Snapshot {
    return this.#rows;
  }

  /** Empties the tables; the next deed begins a new world. */
  async begin(): Promise<void> {
    const names = Object.keys(WORLD_TABLES).join(", ");
    await this.#database.pool.query(`
      set session_replication_role = replica; truncate ${names}; truncate change; delete from operation; reset session_replication_role`);
    this.operations.length = 0;
    this.#imports.clear();
    this.#rows = await this.read();
  }

  async read(): Promise<Snapshot> {
    const snapshot = new Map<string, Map<string, Row>>();
    for (const table of Object.keys(WORLD_TABLES)) {
      const { rows } = await this.#database.pool.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${table} as t order by id`,
      );
      snapshot.set(table, new Map(rows.map(({ row }) => [String(row["id"]), asText(row)])));
    }
    return snapshot;
  }

  /** Notes what an operation changed, as the naive model sees it. */
  async note(operation: Omit<NaiveOperation, "differences">): Promise<void> {
    const rows = await this.read();
    const leavesNoImages = operation.undoesId !== undefined && this.#imports.has(operation.undoesId);
    this.operations.push({ ...operation, leavesNoImages, differences: differencesOf(this.#rows, rows) });
    this.#rows = rows;
  }

  /** An operation that may be undone with all it changed; undoing the removal by an import's undo may not. */
  canBeUndone(operation: NaiveOperation): boolean {
    return !(operation.undoesId !== undefined && this.#imports.has(operation.undoesId));
  }

  /** Does one deed; a deed that the database refuses leaves nothing. */
  async perform(deed: Deed): Promise<void> {
    const [kind, first, second] = deed;
    const earlier = this.operations.length > 0 ? this.operations[first % this.operations.length] : undefined;
    const mode =
      kind % 3 === 0 && earlier
        ? { causeId: earlier.id, actor: SYSTEM }
        : second % 5 === 0 && earlier
          ? { parentId: earlier.id, actor: PERSON }
          : { actor: PERSON };
    const isImport = kind % 13 === 12;
    try {
      const { operationId } = await operate(
        this.#database.house,
        { kind: isImport ? IMPORT : ACT, source: "web", ...mode },
        this.#workOf(deed),
      );
      if (isImport) this.#imports.add(operationId);
      await this.note({
        id: operationId,
        byPerson: mode.actor.kind === "person",
        causeId: mode.causeId,
        parentId: mode.parentId,
      });
    } catch (error) {
      if (!/^(23|TZ)/.test((error as { code?: string }).code ?? "")) throw error;
    }
  }

  #workOf([kind, first, second, third]: Deed): Work {
    const pick = (table: string, place: number): string | null => {
      const ids = [...(this.#rows.get(table)?.keys() ?? [])];
      return ids.length > 0 ? (ids[place % ids.length] ?? null) : null;
    };
    const word = `w${third % 4}`;
    const state = [
      ["raw", null, "sdr"],
      ["assigned", "陈浩", null],
      ["sql", "王倩", null],
      ["nurturing", null, "nurture"],
      ["disqualified", null, "invalid"],
    ][second % 5]!;
    const run =
      (text: string, values: unknown[]): Work =>
      async ({ client }) =>
        void (await client.query(text, values));
    switch (kind % 13) {
      case 0:
      case 12:
        return (context) => this.#capture(context, second % 3, `v${third % 6}`, pick("contact", first));
      case 1:
        return run("update contact set name = $2, title = $3 where id = $1", [
          pick("contact", first),
          word,
          `t${second % 3}`,
        ]);
      case 2:
        return async ({ client, newId }) => {
          const lead = pick("lead", first);
          await client.query("update lead set stage = $2, owner = $3, pool = $4 where id = $1", [lead, ...state]);
          await client.query("insert into step (id, lead_id, to_stage) values ($1, $2, $3)", [newId(), lead, state[0]]);
        };
      case 3:
        return run("update contact set title = $2 where id = $1", [pick("contact", first), `t${third % 4}`]);
      case 4:
        return async ({ client }) => {
          const lead = pick("lead", first);
          await client.query("delete from step where lead_id = $1", [lead]);
          await client.query("delete from opportunity where lead_id = $1", [lead]);
          await client.query("delete from lead where id = $1", [lead]);
        };
      case 5:
        return async ({ client, newId }) => {
          await client.query("insert into account (id, name, parent_id) values ($1, $2, $3)", [
            newId(),
            word,
            second % 2 ? pick("account", first) : null,
          ]);
          await client.query("update lead set account_id = $2 where id = $1", [
            pick("lead", second),
            pick("account", third),
          ]);
        };
      case 6:
        return run("update identifier set contact_id = $2, retired = $3 where id = $1", [
          pick("identifier", first),
          pick("contact", second),
          third % 2 === 0,
        ]);
      case 7:
        return run("insert into opportunity (id, lead_id) values (gen_random_uuid(), $1)", [pick("lead", first)]);
      case 8:
        return run(
          "update lead set owner = case when owner = '陈浩' then '王倩' else '陈浩' end where owner is not null",
          [],
        );
      case 9:
        return async ({ client }) => {
          const contact = pick("contact", first);
          await client.query("update contact set name = 'first' where id = $1", [contact]);
          await client.query("update contact set name = $2, title = 'twice' where id = $1", [contact, word]);
        };
      case 10:
        return (context) => this.#erase(context, pick("contact", first));
      default:
        return run("insert into identifier (id, contact_id, value) values (gen_random_uuid(), $1, $2)", [
          pick("contact", first),
          `v${third % 6}`,
        ]);
    }
  }

  async #capture({ client, newId }: Context, extra: number, value: string, known: string | null): Promise<void> {
    if (known) await client.query("update contact set title = 'imported' where id = $1", [known]);
    for (let count = 0; count <= extra; count++) {
      const [contact, identifier, lead] = [newId(), newId(), newId()];
      await client.query("insert into contact (id, name) values ($1, '刘建国')", [contact]);
      await client.query("insert into identifier (id, contact_id, value) values ($1, $2, $3)", [
        identifier,
        contact,
        `${value}${count || ""}`,
      ]);
      await client.query("insert into lead (id, contact_id, stage, pool) values ($1, $2, 'raw', 'sdr')", [
        lead,
        contact,
      ]);
      await client.query("insert into step (id, lead_id, to_stage) values ($1, $2, 'raw')", [newId(), lead]);
      await client.query("insert into touch (id, identifier_id, at) values ($1, $2, '2025-11-03')", [
        newId(),
        identifier,
      ]);
    }
  }

  async #erase({ client }: Context, contact: string | null): Promise<void> {
    await client.query("delete from touch where identifier_id in (select id from identifier where contact_id = $1)", [
      contact,
    ]);
    await client.query("delete from identifier where contact_id = $1", [contact]);
    await client.query("delete from step where lead_id in (select id from lead where contact_id = $1)", [contact]);
    await client.query("delete from opportunity where lead_id in (select id from lead where contact_id = $1)", [
      contact,
    ]);
    await client.query("delete from lead where contact_id = $1", [contact]);
    await client.query("delete from contact where id = $1", [contact]);
  }
}

function asText(row: Record<string, unknown>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, value === null ? null : String(value)]),
  );
}

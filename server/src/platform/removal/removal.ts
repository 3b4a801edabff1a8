import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { AccessObject } from "../access/access-object.ts";
import type { Acting } from "../access/acting.ts";
import type { Viewer } from "../access/viewer.ts";
import { mayNot } from "../lists/bulk-source.ts";
import type { BulkWork, StayRule } from "../lists/bulk-work.ts";

type Because = StayRule["because"];

/** A column that refers to the records of an object, or to a part of them. */
export interface Reference {
  readonly table: string;
  readonly column: string;
  /** The part it refers to, where it is not the record itself. */
  readonly of?: { readonly table: string; readonly column: string };
}

/**
 * How records of an object are deleted: what hangs on them keeps them, or goes with them. The object's own capability does
 * not know what hangs on it: capabilities above add theirs when they are loaded. What nobody spoke of would be refused by
 * the database; a test wants every reference spoken of.
 */
export class Removal {
  readonly #keepers: { readonly because: Because; readonly reference: Reference }[] = [];
  readonly #parts: Reference[] = [];
  readonly #states: { readonly because: Because; readonly when: (alias: string) => RawBuilder<SqlBool> }[] = [];

  constructor(readonly table: string) {}

  /** Rows that keep the record they refer to: what people did with it, what figures are made of. */
  keeps(because: Because, ...references: readonly Reference[]): this {
    this.#keepers.push(...references.map((reference) => ({ because, reference })));
    return this;
  }

  /** A state in which the record stays. */
  staysWhen(because: Because, when: (alias: string) => RawBuilder<SqlBool>): this {
    this.#states.push({ because, when });
    return this;
  }

  /** Rows that are deleted with the record, and restored with it: parts of parts first. */
  takes(...references: readonly Reference[]): this {
    this.#parts.push(...references);
    return this;
  }

  /** Every reference that was spoken of, as `table.column`. */
  get spokenOf(): string[] {
    return [...this.#keepers.map(({ reference }) => reference), ...this.#parts].map(
      ({ table, column }) => `${table}.${column}`,
    );
  }

  /** The work of deleting records of a list. */
  work(
    viewer: Viewer,
    { access, alias }: { readonly access: AccessObject; readonly alias: string },
    removed: (context: Acting, ids: readonly string[]) => Promise<void>,
  ): BulkWork {
    const id = sql.ref(`${alias}.id`);
    return {
      stays: [
        mayNot(viewer, access, "delete", alias),
        ...this.#states.map(({ because, when }) => ({ because, when: when(alias) })),
        ...this.#keepers.map(({ because, reference }) => ({ because, when: refersTo(reference, sql`= ${id}`) })),
      ],
      apply: async (context, ids) => {
        const among = sql`= any(${[...ids]}::uuid[])`;
        // Parts of parts before the parts, whoever spoke of them first.
        const parts = this.#parts.toSorted((a, b) => Number(b.of !== undefined) - Number(a.of !== undefined));
        for (const part of [...parts, { table: this.table, column: "id" }])
          await sql`delete from ${sql.table(part.table)} as hanging where ${theirs(part, among)}`.execute(context.tx);
        await removed(context, ids);
      },
    };
  }
}

const refersTo = (reference: Reference, among: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select from ${sql.table(reference.table)} as hanging where ${theirs(reference, among)})`;

function theirs({ column, of }: Reference, among: RawBuilder<unknown>): RawBuilder<unknown> {
  const refers = sql.ref(`hanging.${column}`);
  if (of === undefined) return sql`${refers} ${among}`;
  return sql`${refers} in (select part.id from ${sql.table(of.table)} as part where ${sql.ref(`part.${of.column}`)} ${among})`;
}

import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { z } from "zod";
import type { AccessObject } from "../access/access-object.ts";
import type { Acting } from "../access/acting.ts";
import { fieldReach } from "../access/field-access.ts";
import { reachPredicate, scopePredicate } from "../access/scope-predicate.ts";
import type { Viewer } from "../access/viewer.ts";
import { Invalid } from "../problems/refusal.ts";
import type { BulkList, BulkWork, StayRule } from "./bulk-work.ts";

/** A fact of a record that can be set for many at once. */
export interface BulkFact<Value = unknown> {
  readonly value: z.ZodType<Value>;
  /** Whether a row has this value already. */
  same(value: Value): RawBuilder<SqlBool>;
  /** The field whose grants decide; left out where that of the record does. */
  readonly governed?: string;
  /** What else keeps a row as it is. */
  stays?(value: Value, viewer: Viewer): readonly StayRule[];
  /** Refuses a value that nobody may set. */
  require?(value: Value, viewer: Viewer): void;
  before?(context: Acting, ids: readonly string[]): Promise<void>;
  write(context: Acting, ids: readonly string[], value: Value): Promise<void>;
}

/** A list whose records can be changed many at once. */
export interface BulkSource extends BulkList {
  readonly access: AccessObject;
  readonly alias: string;
  /** By their names in the contract's edit. */
  readonly facts: Readonly<Record<string, BulkFact>>;
  /** Tells whoever listens that records were edited. */
  edited(context: Acting, ids: readonly string[]): Promise<void>;
  /** How records are deleted; left out where they never are. */
  readonly removal?: {
    work(viewer: Viewer, source: Pick<BulkSource, "access" | "alias">, removed: BulkSource["edited"]): BulkWork;
  };
  /** Tells whoever listens that records are gone; left out: as when they are edited. */
  removed?(context: Acting, ids: readonly string[]): Promise<void>;
}

/** Describes a fact with the type of its value kept together. */
export const bulkFact = <Value>(fact: BulkFact<Value>): BulkFact => fact as unknown as BulkFact;

export interface ColumnFact<Value> extends Omit<BulkFact<Value>, "same" | "write"> {
  readonly table: string;
  readonly alias: string;
  readonly column: string;
  /** The type of the column. */
  readonly type: "text" | "uuid" | "date" | "integer";
  /** What else is written with it. */
  also?(context: Acting, ids: readonly string[], value: Value): Promise<void>;
}

/** A fact that is a column of the record's own table. */
export function columnFact<Value extends string | number | null>(fact: ColumnFact<Value>): BulkFact {
  const { table, alias, column, type, also, ...rest } = fact;
  const typed = (value: Value) => sql`${value}::${sql.raw(type)}`;
  return bulkFact<Value>({
    ...rest,
    same: (value) => sql<SqlBool>`${sql.ref(`${alias}.${column}`)} is not distinct from ${typed(value)}`,
    async write(context, ids, value) {
      await sql`
        update ${sql.table(table)} set ${sql.ref(column)} = ${typed(value)} where id = any(${[...ids]}::uuid[])`.execute(
        context.tx,
      );
      await also?.(context, ids, value);
    },
  });
}

/** What a viewer may not edit stays; told before anything else, because what a row has is not theirs to learn by trying. */
export const mayNot = (viewer: Viewer, access: AccessObject, action: string, alias: string): StayRule => ({
  because: "not_allowed",
  when: sql<SqlBool>`(${scopePredicate(viewer, access, action, alias)}) is not true`,
});

/** The work of giving a fact a value. @throws Invalid for a value that is none of the fact's. */
export function factWork(source: BulkSource, name: string, wanted: unknown, viewer: Viewer): BulkWork {
  const fact = source.facts[name];
  if (!fact) {
    throw new Invalid([
      { pointer: "/field", code: "field.not_offered", params: { allowed: Object.keys(source.facts) } },
    ]);
  }
  const read = fact.value.safeParse(wanted);
  if (!read.success) throw new Invalid([{ pointer: "/value", code: "field.wrong_type" }]);
  const value = read.data;
  fact.require?.(value, viewer);
  const { access, alias } = source;
  const governed: StayRule[] =
    fact.governed === undefined
      ? []
      : [
          {
            because: "field_not_allowed",
            when: sql<SqlBool>`(${reachPredicate(fieldReach(viewer, access, fact.governed, "edit"), access.belonging, alias)}) is not true`,
          },
        ];
  return {
    stays: [
      mayNot(viewer, access, "edit", alias),
      ...governed,
      { because: "same", when: fact.same(value) },
      ...(fact.stays?.(value, viewer) ?? []),
    ],
    ...(fact.before === undefined
      ? {}
      : { before: (context, ids) => fact.before?.(context, ids) ?? Promise.resolve() }),
    async apply(context, ids) {
      await fact.write(context, ids, value);
      await source.edited(context, ids);
    },
  };
}

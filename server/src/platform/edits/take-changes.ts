import { isDeepStrictEqual } from "node:util";
import type { Acting } from "../access/acting.ts";
import { Conflict } from "../problems/refusal.ts";
import type { WrongField } from "../problems/refusal.ts";
import { lastChangeOf } from "./last-change-of.ts";

/** One field of an edit, as `changeOf` of the contract describes it. */
export interface FieldChange<Value = unknown> {
  readonly from: Value;
  readonly to: Value;
}

type Wanted<Record> = { readonly [Field in keyof Record]?: FieldChange<Record[Field]> | undefined };

/** What stands in the way of an edit: the value now, and who wrote it when (unknown for values older than the ledger keeps). */
export interface StaleField {
  readonly field: string;
  readonly value: unknown;
  readonly byId: string | null;
  readonly byName: string | null;
  readonly at: string | null;
}

/**
 * The fields that an edit really changes, with their new values, after making sure that the editor saw the values of now.
 * Edits of different fields both succeed; a field that already has the wanted value is no conflict.
 * @param record table and id, locked by the caller (`for update`), so that the values hold until the commit.
 * @param present the editable fields of the record as they are, by their names in the contract.
 * @throws Conflict `changed_meanwhile` naming each stale field, its value, who and when; nothing is written.
 */
export async function takeChanges<Present extends object>(
  context: Acting,
  record: { readonly table: string; readonly id: string },
  present: Present,
  wanted: Wanted<Present>,
): Promise<Partial<Present>> {
  const changes = Object.entries(wanted)
    .filter((entry): entry is [string, FieldChange] => entry[1] !== undefined)
    .map(([field, change]) => ({ field, change, now: (present as Record<string, unknown>)[field] }))
    .filter(({ change, now }) => !isDeepStrictEqual(change.to, now));
  const stale = changes.filter(({ change, now }) => !isDeepStrictEqual(change.from, now));
  if (stale.length > 0) {
    const conflicts = await Promise.all(stale.map(({ field, now }) => describeStale(context, record, field, now)));
    const fields: WrongField[] = stale.map(({ field }) => ({ pointer: `/${field}`, code: "field.changed" }));
    throw new Conflict("changed_meanwhile", { conflicts }, fields);
  }
  return Object.fromEntries(changes.map(({ field, change }) => [field, change.to])) as Partial<Present>;
}

async function describeStale(
  context: Acting,
  record: { readonly table: string; readonly id: string },
  field: string,
  value: unknown,
): Promise<StaleField> {
  const last = await lastChangeOf(context.client, record, snakeCase(field));
  const byId = last?.actorId ?? null;
  const byName = byId === null ? null : (context.viewer.snapshot.people.get(byId)?.name ?? null);
  return { field, value, byId, byName, at: last?.at.toISOString() ?? null };
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

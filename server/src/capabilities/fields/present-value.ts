import type { CustomField, FieldObject, RecordValue, ShownValue } from "@tongzhou/contract/fields";
import type { Viewing } from "../../platform/access/acting.ts";
import { maskWhole } from "../../platform/access/mask-text.ts";
import { valueOfColumns } from "./domain/value-columns.ts";
import { findNames } from "./queries/record-rows.ts";
import type { StoredValue } from "./queries/value-rows.ts";

/** The names behind users and links, as far as the viewer may read them. */
export type NameOf = (field: CustomField, id: string) => string | null;

/** Looks up the names behind values: one statement for each object that is linked to. */
export async function namesOf(
  viewing: Pick<Viewing, "tx" | "viewer">,
  fields: ReadonlyMap<string, CustomField>,
  values: readonly StoredValue[],
): Promise<NameOf> {
  const linked = new Map<FieldObject, Set<string>>();
  for (const stored of values) {
    const field = fields.get(stored.fieldId);
    if (!field?.linkedObject || !stored.readable) continue;
    const ids = linked.get(field.linkedObject) ?? new Set();
    linked.set(field.linkedObject, ids.add(String(valueOfColumns(field, stored))));
  }
  const names = new Map<string, string | null>();
  for (const [object, ids] of linked)
    for (const [id, name] of await findNames(viewing, object, [...ids])) names.set(id, name);
  const { people } = viewing.viewer.snapshot;
  return (field, id) => (field.type === "user" ? people.get(id)?.name : names.get(id)) ?? null;
}

/** A value as the viewer may see it: masked where it is sensitive and the record is not theirs to edit. */
export function presentValue(field: CustomField, stored: StoredValue, nameOf: NameOf): ShownValue {
  const value = valueOfColumns(field, stored);
  const fieldId = field.id;
  if (!stored.readable) return { fieldId, value: null, label: maskWhole(value), masked: true };
  const named = field.type === "user" || field.type === "link";
  return { fieldId, value, label: named ? nameOf(field, String(value)) : null, masked: false };
}

/** The same with who verified it; nobody learns that of what they see masked. */
export function presentRecordValue(
  { viewer }: Pick<Viewing, "viewer">,
  field: CustomField,
  stored: StoredValue,
  nameOf: NameOf,
): RecordValue {
  const { verifiedBy, verifiedAt, readable } = stored;
  const verified =
    verifiedBy === null || verifiedAt === null || !readable
      ? null
      : { byId: verifiedBy, byName: viewer.snapshot.people.get(verifiedBy)?.name ?? "", at: verifiedAt.toISOString() };
  return { ...presentValue(field, stored, nameOf), verified };
}

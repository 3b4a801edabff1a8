import type { FieldObject, FieldValue } from "@tongzhou/contract/fields";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { uniqueKeyOf } from "./domain/value-columns.ts";
import { findHoldersOf } from "./queries/bulk-value-rows.ts";

/** A value of a unique field, by which two of them are the same. */
export const holderKey = (fieldId: string, value: NonNullable<FieldValue>): string =>
  `${fieldId} ${uniqueKeyOf(value)}`;

/** Which records have these values of unique fields, by `holderKey`. */
export async function findHolders(
  context: Pick<ReadContext, "tx">,
  object: FieldObject,
  wanted: readonly { readonly fieldId: string; readonly value: NonNullable<FieldValue> }[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const found = await findHoldersOf(
    context,
    object,
    wanted.map(({ fieldId, value }) => ({ fieldId, uniqueKey: uniqueKeyOf(value) })),
  );
  return new Map(found.map(({ fieldId, uniqueKey, recordId }) => [`${fieldId} ${uniqueKey}`, recordId]));
}

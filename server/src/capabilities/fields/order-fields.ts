import type { FieldObject } from "@tongzhou/contract/fields";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { lockFieldsOf, updatePositions } from "./queries/field-rows.ts";

export const ORDER_FIELDS = operationKind("custom_field.order");

/** Puts the fields of an object into this order; those that are not named follow in their own. */
export async function orderFields(context: Context, object: FieldObject, fieldIds: readonly string[]): Promise<void> {
  const present = (await lockFieldsOf(context, object)).map(({ id }) => id);
  const named = [...new Set(fieldIds)].filter((id) => present.includes(id));
  await updatePositions(context, [...named, ...present.filter((id) => !named.includes(id))]);
  await context.summarise({ object });
}

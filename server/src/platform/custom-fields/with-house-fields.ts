import type { Field, FieldSet } from "../conditions/field.ts";
import type { HouseField } from "./house-field.ts";

/** Fields of conditions with those that the company added to an object. */
export function withHouseFields(
  fields: FieldSet,
  { houseFields }: { readonly houseFields: readonly HouseField[] },
  object: string,
): FieldSet {
  const added = houseFields.filter((field) => field.object === object);
  if (added.length === 0) return fields;
  return new Map<string, Field>([
    ...fields,
    ...added.map(({ condition }): [string, Field] => [condition.id, condition]),
  ]);
}

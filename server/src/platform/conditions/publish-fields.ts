import type { ConditionField } from "@tongzhou/contract/condition-fields";
import type { ConditionContext } from "./condition-context.ts";
import type { Field, FieldSet } from "./field.ts";

/** The fields as a viewer's condition builder gets them: without the hidden ones, the masked ones marked as closed to conditions. */
export function publishFields(fields: FieldSet, accessTo: ConditionContext["accessTo"]): ConditionField[] {
  return [...fields.values()].flatMap((field) => {
    const access = accessTo(field.id);
    return access === "hidden" || field.retired === true ? [] : [publishField(field, access !== "masked", accessTo)];
  });
}

function publishField(field: Field, filterable: boolean, accessTo: ConditionContext["accessTo"]): ConditionField {
  const { id, object, label, indexed, names } = field;
  const common = {
    id,
    object,
    label,
    operators: [...field.operators],
    indexed,
    filterable,
    ...(names ? { names } : {}),
  };
  switch (field.type) {
    case "number": {
      const { minimum, maximum, unit, storage } = field;
      return { ...common, type: field.type, integer: storage === "int4" || storage === "int8", minimum, maximum, unit };
    }
    case "money":
      return { ...common, type: field.type, currencies: [...field.currencies] };
    case "date":
      return { ...common, type: field.type, clock: field.storage === "instant" };
    case "enum":
    case "many":
      return { ...common, type: field.type, options: field.options };
    case "related":
      return {
        ...common,
        type: field.type,
        windowed: field.at !== undefined && ["read", "edit"].includes(accessTo(field.at.id)),
        fields: publishFields(field.fields, accessTo),
      };
    case "text":
    case "region":
    case "user":
    case "boolean":
      return { ...common, type: field.type };
  }
}

import type { ConditionOptions } from "@tongzhou/contract/condition-fields";
import type { ConditionProblem } from "@tongzhou/contract/condition-problems";
import type { PlainTest } from "./checked-conditions.ts";
import type { KeyStorage, MoneyField, NumberField } from "./field.ts";

type Refuse = (problem: ConditionProblem) => void;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Refuses values that have the shape their operator wants but lie outside of what this very field can hold. */
export function checkFieldLimits({ type, field, test }: PlainTest, path: string, refuse: Refuse): void {
  if (test.operator === "empty" || test.operator === "not_empty") return;
  switch (type) {
    case "number":
      for (const [number, at] of each(test.value, path)) checkNumber(field, number, at, refuse);
      return;
    case "money":
      return checkCurrency(field, test.value.currency, path, refuse);
    case "enum":
    case "many":
      for (const [option, at] of each(test.value, path)) checkOption(field, option, at, refuse);
      return;
    case "text":
      // An empty text in normal form would look for empty fields, which have an operator of their own.
      for (const [text, at] of each(test.value, path)) {
        if (field.exact?.(text) === "") refuse({ path: at, code: "value_missing", parameters: {} });
      }
      return;
    case "date":
    case "region":
    case "boolean":
      return;
  }
}

/** Refuses what the database would not take for an id. */
export function checkKey(storage: KeyStorage, key: string, path: string, refuse: Refuse): void {
  if (storage === "uuid" && !UUID.test(key)) refuse({ path, code: "wrong_type", parameters: { expected: "uuid" } });
}

function each<Value extends string | number>(value: Value | readonly Value[], path: string): [Value, string][] {
  if (typeof value !== "object") return [[value, path]];
  return value.map((item, index) => [item, `${path}/${index}`]);
}

function checkNumber(field: NumberField, number: number, path: string, refuse: Refuse): void {
  const { storage, minimum, maximum } = field;
  if ((storage === "int4" || storage === "int8") && !Number.isInteger(number)) {
    refuse({ path, code: "wrong_type", parameters: { expected: "integer" } });
  } else if (number < minimum || number > maximum) {
    refuse({ path, code: "out_of_range", parameters: { minimum, maximum } });
  }
}

function checkCurrency(field: MoneyField, currency: string, path: string, refuse: Refuse): void {
  if (field.currencies.includes(currency)) return;
  refuse({ path: `${path}/currency`, code: "unknown_option", parameters: { option: currency } });
}

function checkOption(
  { options, storage }: { options: ConditionOptions; storage: KeyStorage },
  option: string,
  path: string,
  refuse: Refuse,
): void {
  const unknown = options.kind === "list" && !options.options.some(({ value }) => value === option);
  if (unknown) refuse({ path, code: "unknown_option", parameters: { option } });
  else checkKey(storage, option, path, refuse);
}

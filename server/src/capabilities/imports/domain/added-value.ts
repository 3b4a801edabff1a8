import type { CustomField, FieldValue } from "@tongzhou/contract/fields";
import { MAX_LONG_TEXT, MAX_TEXT } from "@tongzhou/contract/fields";
import { foldText } from "../../../platform/text/clean-text.ts";
import type { RejectReason, RowReject } from "./row-draft.ts";
import type { RowNormalisers } from "./row-normalisers.ts";

/** A field that the company added, as reading a file needs it. */
export type AddedField = Pick<CustomField, "id" | "object" | "type" | "unique" | "options">;

/** What a cell says; a colleague by name, who is looked up later. */
export type ReadAdded =
  | { readonly value: NonNullable<FieldValue> }
  | { readonly reason: RejectReason; readonly params?: RowReject["params"] };

const MAX_NUMBER = 1e15;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const BETWEEN_OPTIONS = /[;；、,，|/\n]+/;
/** Options that a refusal names; a list of two hundred helps nobody. */
const OPTIONS_NAMED = 12;
const YES: ReadonlySet<string> = new Set("是 对 有 真 yes y true t 1 √ ✓ ✔ on".split(" "));
const NO: ReadonlySet<string> = new Set("否 不是 不 错 没有 假 no n false f 0 × ✗ ✘ x off".split(" "));
const EARLIEST = "1900-01-01";
const LATEST = "2199-12-31";

/** Reads a cell that is not empty as the type of its field has it, or says why it cannot be read. */
export function readAddedValue(text: string, field: AddedField, normalise: RowNormalisers): ReadAdded {
  switch (field.type) {
    case "text":
    case "user":
      return limited(text, MAX_TEXT);
    case "long":
      return limited(text, MAX_LONG_TEXT);
    case "number":
      return readNumber(text);
    case "money": {
      const { minor, currency, problem } = normalise.amount(text);
      return minor === null ? { reason: `amount_${problem ?? "unreadable"}` } : { value: { amount: minor, currency } };
    }
    case "date": {
      const { day, problem } = normalise.day(text);
      if (day === null) return { reason: `date_${problem ?? "unreadable"}` };
      return day < EARLIEST || day > LATEST ? { reason: "date_unreadable" } : { value: day };
    }
    case "choice":
      return readOption(text, field);
    case "choices":
      return readOptions(text, field);
    case "boolean": {
      const folded = foldText(text);
      if (YES.has(folded)) return { value: true };
      return NO.has(folded) ? { value: false } : { reason: "yes_no_unreadable" };
    }
    case "region": {
      const { code, problem } = normalise.region([text]);
      return code === null || problem !== null ? { reason: `place_${problem ?? "unknown"}` } : { value: code };
    }
    case "industry": {
      const code = normalise.industry(text);
      return code === null || code.length === 1 ? { reason: "industry_unknown" } : { value: code };
    }
    case "link":
      throw new Error("a link is not read from a cell");
  }
}

function limited(text: string, limit: number): ReadAdded {
  return text.length > limit && [...text].length > limit ? { reason: "too_long", params: { limit } } : { value: text };
}

/** `1,200.5`, `１２`, `35%` as 35: a field says its unit by its name. */
function readNumber(text: string): ReadAdded {
  const written = foldText(text).replaceAll(" ", "").replace(/%$/, "");
  const value = NUMBER.test(written) ? Number(written.replaceAll(",", "")) : Number.NaN;
  return Number.isFinite(value) && Math.abs(value) <= MAX_NUMBER ? { value } : { reason: "number_unreadable" };
}

function readOption(text: string, field: AddedField): ReadAdded {
  const id = optionNamed(text, field);
  return id === undefined ? unknownOption(field) : { value: id };
}

/** An option may have a comma in its name: what is one as a whole is not taken apart. */
function readOptions(text: string, field: AddedField): ReadAdded {
  const whole = optionNamed(text, field);
  const named = whole === undefined ? text.split(BETWEEN_OPTIONS).filter((part) => part.trim() !== "") : [text];
  const ids = new Set(named.map((part) => optionNamed(part, field)));
  if (ids.size === 0 || ids.has(undefined)) return unknownOption(field);
  return { value: choosable(field).flatMap(({ id }) => (ids.has(id) ? [id] : [])) };
}

const choosable = ({ options }: AddedField) => (options ?? []).filter(({ archived }) => !archived);

function optionNamed(text: string, field: AddedField): string | undefined {
  const wanted = foldText(text);
  return choosable(field).find(({ name, nameEn }) => foldText(name) === wanted || foldText(nameEn ?? name) === wanted)
    ?.id;
}

function unknownOption(field: AddedField): ReadAdded {
  const names = choosable(field).map(({ name }) => name);
  const options = names.slice(0, OPTIONS_NAMED).join("、") + (names.length > OPTIONS_NAMED ? "…" : "");
  return { reason: "option_unknown", params: { options } };
}

import { foldText } from "../../platform/text/clean-text.ts";
import { foldAccents } from "../../platform/text/fold-accents.ts";
import { memoiseByValue } from "../../platform/text/memoise-by-value.ts";
import { simplifyHan } from "../../platform/text/simplify-han.ts";
import { companyNameKeys, parseRegion } from "../accounts/index.ts";
import { normaliseIdentifier, readPersonName } from "../contacts/index.ts";
import { cutOrganisationLine } from "./domain/cut-organisation-line.ts";
import { writeOrganisation } from "./domain/organisation-value.ts";
import { readBirthDate } from "./domain/read-birth-date.ts";
import type { FieldKind, PlainRecord } from "./domain/record-table.ts";
import type { RecordColumn, RecordMapping, RecordSort } from "./domain/record-columns.ts";

/** A row in normal form, and what of it could not be read. */
export interface ReadRecord {
  readonly record: PlainRecord;
  /** The list it came from, where the file has several. */
  readonly list: string | undefined;
  readonly faults: readonly { readonly column: number; readonly reason: string }[];
}

/** Texts that repeat themselves in a file: companies, names. */
const MOST_REMEMBERED = 50_000;
const FEWEST_PHONE_DIGITS = 5;
const NO_LETTERS = /[^\p{Letter}\p{Mark}]+/gu;
const NO_CODE = /[^\p{Letter}\p{Number}]+/gu;
const HAN = /\p{Script=Han}/u;

type Values = Partial<Record<FieldKind, string[]>>;

/** Answers a reader of rows by a mapping. It never throws: what cannot be read is left out and said. */
export function readPlainRecord(mapping: RecordMapping): (cells: readonly string[]) => ReadRecord {
  const readers = readersOf(mapping.sort);
  const address = mapping.columns.filter(({ holds }) => holds === "address");
  return (cells) => {
    const values: Values = {};
    const faults: { column: number; reason: string }[] = [];
    let list: string | undefined;
    for (const { column, holds } of mapping.columns) {
      const text = (cells[column] ?? "").trim();
      if (holds === "list") list = text;
      if (text === "" || holds === "list" || holds === "address") continue;
      const reason = readers[holds](text, values);
      if (reason !== null) faults.push({ column, reason });
    }
    const parts = address.map(({ column }) => (cells[column] ?? "").trim()).filter((part) => part !== "");
    if (parts.length > 0) readAddress(parts, values);
    return { record: values, list, faults };
  };
}

type Reader = (text: string, values: Values) => string | null;

/** Reads one text of a record into its values. @see readPlainRecord */
export function readersOf(sort: RecordSort): Record<Exclude<RecordColumn, "list" | "address">, Reader> {
  const organisation = organisationReader(sort === "organisations");
  const ofCode =
    (kind: FieldKind): Reader =>
    (text, values) => {
      const code = foldText(text).toUpperCase().replaceAll(NO_CODE, "");
      if (code === "") return "nothing to compare by";
      add(values, kind, code);
      return null;
    };
  return {
    name: sort === "organisations" ? organisation : readName,
    givenName: (text, values) => addLetters(values, "given", text),
    surname: (text, values) => addLetters(values, "surname", text),
    company: organisation,
    phone: readPhone,
    mail: (text, values) => {
      const { value } = normaliseIdentifier("email", text);
      if (value === null) return "no mail address";
      add(values, "mail", value);
      return null;
    },
    birthDate: (text, values) => {
      const day = readBirthDate(text);
      if (day === null) return "no date";
      add(values, "birth", day);
      return null;
    },
    id: ofCode("id"),
    postcode: ofCode("postcode"),
    city: (text, values) => addPlace(values, "city", text),
    region: (text, values) => addPlace(values, "region", text),
  };
}

const nameOf = memoiseByValue(readPersonName, MOST_REMEMBERED);

function readName(text: string, values: Values): string | null {
  const { kind, surname, given, key } = nameOf(text);
  if (kind === "none" || kind === "relative") return "no name of a person";
  if (surname !== "") addLetters(values, "surname", surname);
  if (given !== "") addLetters(values, "given", given);
  if (surname === "" && given === "" && key !== null) addLetters(values, "given", key);
  return null;
}

function readPhone(text: string, values: Values): string | null {
  const { value } = normaliseIdentifier("phone", text);
  // A local number without its area code still agrees with itself.
  const digits = foldText(text).replaceAll(/\D/g, "");
  if (value === null && digits.length < FEWEST_PHONE_DIGITS) return "no phone number";
  add(values, "phone", value ?? digits);
  return null;
}

function organisationReader(areOrganisations: boolean): Reader {
  const read = memoiseByValue((text: string) => {
    const { names, places } = cutOrganisationLine(text);
    const keys = names.flatMap((name) => companyNameKeys(name) ?? []);
    return { names: keys.map(writeOrganisation), places };
  }, MOST_REMEMBERED);
  return (text, values) => {
    const { names, places } = read(text);
    if (names.length === 0) return "no name of an organisation";
    for (const name of names) add(values, "organisation", name);
    if (areOrganisations) for (const place of places) addPlace(values, "city", place);
    return null;
  };
}

function readAddress(parts: readonly string[], values: Values): void {
  const text = simplifyHan(foldText(parts.join(" ")));
  const { code, rest } = HAN.test(text) ? parseRegion([text]) : { code: null, rest: text };
  add(values, "address", rest === "" ? text : rest);
  if (code !== null && values.region === undefined) add(values, "region", code);
}

/** Places in Chinese by their codes, so that 广东 and 广东省 are one; others by their letters. */
function addPlace(values: Values, kind: "city" | "region", text: string): string | null {
  const folded = foldAccents(simplifyHan(foldText(text)));
  const code = HAN.test(folded) ? parseRegion([folded]).code : null;
  const place = code ?? folded.replaceAll(NO_CODE, " ").trim();
  if (place === "") return "nothing to compare by";
  add(values, kind, place);
  return null;
}

function addLetters(values: Values, kind: "given" | "surname", text: string): string | null {
  const letters = foldAccents(simplifyHan(foldText(text))).replaceAll(NO_LETTERS, "");
  if (letters === "") return "no letters";
  add(values, kind, letters);
  return null;
}

function add(values: Values, kind: FieldKind, value: string): void {
  const list = (values[kind] ??= []);
  if (!list.includes(value)) list.push(value);
}

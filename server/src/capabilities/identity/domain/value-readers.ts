import { foldText } from "../../../platform/text/clean-text.ts";
import { foldAccents } from "../../../platform/text/fold-accents.ts";
import { memoiseByValue } from "../../../platform/text/memoise-by-value.ts";
import { simplifyHan } from "../../../platform/text/simplify-han.ts";
import { cutOrganisationLine } from "./cut-organisation-line.ts";
import { writeOrganisation, type OrganisationName } from "./organisation-value.ts";
import { readBirthDate } from "./read-birth-date.ts";
import type { FieldKind } from "./record-table.ts";
import type { RecordColumn, RecordSort } from "./record-columns.ts";

/** What the neighbours know of normal forms. */
export interface NormalForms {
  companyNameKeys(text: string): OrganisationName | null;
  parseRegion(texts: readonly string[]): { readonly code: string | null; readonly rest: string };
  normaliseIdentifier(kind: "phone" | "email", text: string): { readonly value: string | null };
  readPersonName(text: string): {
    readonly kind: string;
    readonly surname: string;
    readonly given: string;
    readonly key: string | null;
  };
}

/** Texts that repeat themselves in a file: companies, names. */
const MOST_REMEMBERED = 50_000;
const FEWEST_PHONE_DIGITS = 5;
const NO_LETTERS = /[^\p{Letter}\p{Mark}]+/gu;
const NO_CODE = /[^\p{Letter}\p{Number}]+/gu;
const HAN = /\p{Script=Han}/u;

/** What a record says, while it is being read. */
export type Values = Partial<Record<FieldKind, string[]>>;

/** Reads one text into the values of a record. @returns why it could not be read. */
type Reader = (text: string, values: Values) => string | null;

/** Reads the texts of a record, each into its values. */
export interface ValueReaders extends Readonly<Record<Exclude<RecordColumn, "list" | "address">, Reader>> {
  /** An address in its parts. */
  readonly address: (parts: readonly string[], values: Values) => void;
}

/** What reads the texts of a record, by what they hold. */
export function valueReaders(sort: RecordSort, forms: NormalForms): ValueReaders {
  const organisation = organisationReader(sort === "organisations", forms);
  const nameOf = memoiseByValue((text: string) => forms.readPersonName(text), MOST_REMEMBERED);
  return {
    name:
      sort === "organisations"
        ? organisation
        : (text, values) => {
            const { kind, surname, given, key } = nameOf(text);
            if (kind === "none" || kind === "relative") return "no name of a person";
            if (surname !== "") addLetters(values, "surname", surname);
            if (given !== "") addLetters(values, "given", given);
            if (surname === "" && given === "" && key !== null) addLetters(values, "given", key);
            return null;
          },
    givenName: (text, values) => addLetters(values, "given", text),
    surname: (text, values) => addLetters(values, "surname", text),
    company: organisation,
    phone: (text, values) => {
      const { value } = forms.normaliseIdentifier("phone", text);
      // A local number without its area code still agrees with itself.
      const digits = foldText(text).replaceAll(/\D/g, "");
      if (value === null && digits.length < FEWEST_PHONE_DIGITS) return "no phone number";
      add(values, "phone", value ?? digits);
      return null;
    },
    mail: (text, values) => {
      const { value } = forms.normaliseIdentifier("email", text);
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
    city: (text, values) => addPlace(values, "city", text, forms),
    region: (text, values) => addPlace(values, "region", text, forms),
    address: (parts, values) => readAddress(parts, values, forms),
  };
}

function ofCode(kind: FieldKind): Reader {
  return (text, values) => {
    const code = foldText(text).toUpperCase().replaceAll(NO_CODE, "");
    if (code === "") return "nothing to compare by";
    add(values, kind, code);
    return null;
  };
}

function organisationReader(areOrganisations: boolean, forms: NormalForms): Reader {
  const read = memoiseByValue((text: string) => {
    const { names, places } = cutOrganisationLine(text);
    const keys = names.flatMap((name) => forms.companyNameKeys(name) ?? []);
    return { names: keys.map(writeOrganisation), places };
  }, MOST_REMEMBERED);
  return (text, values) => {
    const { names, places } = read(text);
    if (names.length === 0) return "no name of an organisation";
    for (const name of names) add(values, "organisation", name);
    if (areOrganisations) for (const place of places) addPlace(values, "city", place, forms);
    return null;
  };
}

function readAddress(parts: readonly string[], values: Values, { parseRegion }: NormalForms): void {
  const text = simplifyHan(foldText(parts.join(" ")));
  const { code, rest } = HAN.test(text) ? parseRegion([text]) : { code: null, rest: text };
  add(values, "address", rest === "" ? text : rest);
  if (code !== null && values.region === undefined) add(values, "region", code);
}

/** Places in Chinese by their codes, so that 广东 and 广东省 are one; others by their letters. */
function addPlace(values: Values, kind: "city" | "region", text: string, { parseRegion }: NormalForms): string | null {
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

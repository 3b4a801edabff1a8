import { HAN, inChinese, initialsOf, organisationWords } from "./organisation-words.ts";
import { readOrganisation } from "./organisation-value.ts";
import type { Column, FieldKind, RecordTable } from "./record-table.ts";

/** Records that share a key of a rule are worth comparing. */
export interface BlockingRule {
  readonly name: string;
  /** The fields it looks at: among its pairs they agree by construction and teach nothing. */
  readonly uses: readonly FieldKind[];
  /** Gives the keys of a record, as numbers below 2^28. */
  eachKey(record: number, give: (key: number) => void): void;
}

/** A part of a field that survives most errors, as a number for each value; 0 where the value gives none. */
interface Piece {
  readonly column: Column;
  readonly hashes: Int32Array;
}

const KEY_BITS = 28;
const SHORTEST_WORD = 4;
const WORD_LETTERS = 4;
const VOWELS_BEHIND = /(?<=.)[aeiouyhw]/g;
const REPEATED = /(.)\1+/g;
const SKELETON_LETTERS = 4;

/** The rules that the fields at hand allow. */
export function blockingRules(table: RecordTable, readAloud: (text: string) => string): BlockingRule[] {
  const { given, surname, birth, phone, mail, id, address, postcode, city, organisation } = table.columns;
  const skeleton = (text: string): string => skeletonOf(readAloud(text));
  const names = [...pieces(given, skeleton), ...pieces(surname, skeleton)];
  const postcodes = pieces(postcode);
  const whole = { phone: pieces(phone), mail: pieces(mail), id: pieces(id), birth: pieces(birth) };
  const year = pieces(birth, (text) => text.slice(0, 4));
  const monthAndDay = pieces(birth, (text) => text.slice(4));
  const nameKinds: FieldKind[] = ["given", "surname"];
  return [
    ...rule("phone", ["phone"], whole.phone),
    ...rule("mail", ["mail"], whole.mail),
    ...rule("id", ["id"], whole.id),
    ...bothNames(pieces(given, skeleton), pieces(surname, skeleton)),
    ...rule("birth", ["birth"], whole.birth),
    ...rule("name and postcode", [...nameKinds, "postcode"], names, postcodes),
    ...rule("name and city", [...nameKinds, "city"], names, pieces(city, skeleton)),
    ...rule("name and year of birth", [...nameKinds, "birth"], names, year),
    ...rule("name and birthday", [...nameKinds, "birth"], names, monthAndDay),
    ...rule("name and organisation", [...nameKinds, "organisation"], names, pieces(organisation)),
    ...rule("house", ["address"], pieces(address, houseOf)),
    // That two people work for one company makes them no candidates.
    ...(names.length === 0 ? organisationRules(organisation, readAloud) : []),
    ...rule("street and postcode", ["address", "postcode"], pieces(address, wordOf), postcodes),
  ];
}

/** Whole names, their telling words, and pairs of Chinese characters, also with one left out between. */
function organisationRules(column: Column | undefined, readAloud: (text: string) => string): BlockingRule[] {
  if (column === undefined) return [];
  const keys = column.values.map((value) =>
    Int32Array.from(organisationKeys(value, readAloud), (key) => hashOf(key) & KEY_MASK),
  );
  const eachKey: BlockingRule["eachKey"] = (record, give) => {
    for (let at = column.starts[record] ?? 0; at < (column.starts[record + 1] ?? 0); at++) {
      for (const key of keys[column.valueIds[at] ?? 0] ?? []) give(key);
    }
  };
  return [{ name: "organisation", uses: ["organisation"], eachKey }];
}

function organisationKeys(value: string, readAloud: (text: string) => string): Set<string> {
  const { core, brand } = readOrganisation(value);
  const words = organisationWords(core);
  const keys = new Set([brand, words.toSorted().join(" "), initialsOf(words)]);
  words.forEach((word, at) => {
    if (!HAN.test(word)) {
      keys.add(word.slice(0, 6));
      keys.add(word);
      for (const chinese of inChinese(word)) if (chinese.length > 1) keys.add(chinese);
      const next = words[at + 1];
      if (next !== undefined && !HAN.test(next)) keys.add(word + next);
    } else {
      for (const other of [words[at + 1], words[at + 2]])
        if (other !== undefined && HAN.test(other)) keys.add(word + other);
      for (let length = 2; length <= 4; length++) {
        const run = words.slice(at, at + length);
        if (run.length === length && run.every((each) => HAN.test(each))) keys.add(readAloud(run.join("")));
      }
    }
  });
  keys.delete("");
  return keys;
}

function bothNames(given: Piece[], surname: Piece[]): BlockingRule[] {
  const [first] = given;
  const [second] = surname;
  if (!first || !second) return rule("name", ["given", "surname"], [...given, ...surname]);
  const eachKey: BlockingRule["eachKey"] = (record, give) =>
    eachHash(first, record, (a) => eachHash(second, record, (b) => give(mixed(Math.min(a, b), Math.max(a, b)))));
  return [{ name: "name", uses: ["given", "surname"], eachKey }];
}

/** One key for each way to take one of the first pieces and one of the second. */
function rule(
  name: string,
  uses: readonly FieldKind[],
  first: readonly Piece[],
  second?: readonly Piece[],
): BlockingRule[] {
  if (first.length === 0 || second?.length === 0) return [];
  const eachKey: BlockingRule["eachKey"] = (record, give) => {
    for (const piece of first) {
      eachHash(piece, record, (a) => {
        if (second === undefined) give(a & KEY_MASK);
        else for (const other of second) eachHash(other, record, (b) => give(mixed(a, b)));
      });
    }
  };
  return [{ name, uses, eachKey }];
}

const KEY_MASK = 2 ** KEY_BITS - 1;

function mixed(a: number, b: number): number {
  const product = Math.imul(a ^ (b >>> 13), 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return (product ^ (product >>> 15)) & KEY_MASK;
}

function eachHash({ column: { starts, valueIds }, hashes }: Piece, record: number, give: (hash: number) => void): void {
  const end = starts[record + 1] ?? 0;
  for (let at = starts[record] ?? 0; at < end; at++) {
    const hash = hashes[valueIds[at] ?? 0] ?? 0;
    if (hash !== 0) give(hash);
  }
}

function pieces(column: Column | undefined, cut: (text: string) => string = (text) => text): Piece[] {
  if (column === undefined) return [];
  return [{ column, hashes: Int32Array.from(column.values, (text) => hashOf(cut(text))) }];
}

/** FNV-1a with a final mix; 0 for the empty text. */
export function hashOf(text: string): number {
  if (text === "") return 0;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) | 1;
}

/** The first letter and the consonants behind it, each once: what slips of the finger and of the ear leave of a name. */
function skeletonOf(text: string): string {
  return text.replaceAll(REPEATED, "$1").replaceAll(VOWELS_BEHIND, "").slice(0, SKELETON_LETTERS);
}

/** The house number with the beginning of the street: where both are known. */
function houseOf(address: string): string {
  const number = /\p{Number}+/u.exec(address)?.[0] ?? "";
  const word = wordOf(address);
  return number === "" || word === "" ? "" : `${number} ${word}`;
}

/** The beginning of the first long word, or the first characters of a Chinese address. */
function wordOf(address: string): string {
  const han = /\p{Script=Han}{2,}/u.exec(address)?.[0];
  if (han !== undefined) return han.slice(0, WORD_LETTERS * 2);
  return (address.split(/[^\p{Letter}]+/u).find((word) => word.length >= SHORTEST_WORD) ?? "").slice(0, WORD_LETTERS);
}

import type { ComparedContact } from "./read-compared-contact.ts";

const BETWEEN_VALUES = "\u001e";
const BETWEEN_PARTS = "\u001f";
const NEWLINE = 10;
const ESCAPED = /\\(.)/g;
const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

export interface CopiedContact extends ComparedContact {
  readonly id: string;
}

/** Reads contacts from the text of COPY, which comes in pieces that end anywhere. */
export function createCopyReader(take: (contact: CopiedContact) => void): (piece: Uint8Array) => void {
  const decoder = new TextDecoder();
  let begun = new Uint8Array();
  return (piece) => {
    const end = piece.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      begun = joined(begun, piece);
      return;
    }
    const text = decoder.decode(joined(begun, piece.subarray(0, end)));
    begun = piece.slice(end);
    for (const line of text.split("\n")) if (line !== "") take(contactOf(line));
  };
}

function contactOf(line: string): CopiedContact {
  const [id = "", name = "", region = "", companies = "", identifiers = ""] = line.split("\t");
  return {
    id,
    name: valueOf(name),
    regionCode: valueOf(region),
    companies: listOf(companies),
    identifiers: listOf(identifiers).map((each) => {
      const [kind = "", value = ""] = each.split(BETWEEN_PARTS);
      return { kind, value };
    }),
  };
}

function listOf(cell: string): string[] {
  return valueOf(cell)?.split(BETWEEN_VALUES) ?? [];
}

function valueOf(cell: string): string | null {
  if (cell === "\\N") return null;
  if (!cell.includes("\\")) return cell;
  return cell.replaceAll(ESCAPED, (_, letter: string) => ESCAPES[letter] ?? letter);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

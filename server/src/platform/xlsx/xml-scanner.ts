import { WorkbookRefused } from "./workbook-refused.ts";

/** What is told of a document while it is read. Names come without their prefix (`x:row` is `row`). */
export interface XmlListener {
  /** @param attributes as they are written; ask with `attributeOf`. */
  open(name: string, attributes: string): void;
  /** @param raw with entities unresolved; resolve with `plainText` what is wanted. */
  text(raw: string): void;
  close(name: string): void;
}

/** A cell holds 32,767 characters, each of which may be written as an entity of eight. */
const LONGEST_PIECE = 1 << 20;
const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const LAST_CHARACTER = 0x10_ff_ff;

/**
 * Reads the XML of a workbook's part as it arrives; only what Office Open XML uses of it (ECMA-376 part 2, 8.1.4 forbids
 * document types, and with them entities that explode).
 * @throws WorkbookRefused `damaged` from push.
 */
export class XmlScanner {
  #rest = "";
  readonly #listener: XmlListener;

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  /** Takes the next characters of the document, cut anywhere. */
  push(more: string): void {
    const text = this.#rest === "" ? more : this.#rest + more;
    let at = 0;
    for (;;) {
      const begin = text.indexOf("<", at);
      if (begin < 0) break;
      const end = tagEnd(text, begin);
      if (end < 0) {
        // The characters before the tag are told with it, so that a text is never told in two.
        break;
      }
      if (begin > at) this.#listener.text(text.slice(at, begin));
      this.#tag(text, begin, end);
      at = end;
    }
    this.#rest = at === 0 ? text : text.slice(at);
    if (this.#rest.length > LONGEST_PIECE) throw new WorkbookRefused("damaged", "an endless piece of XML");
  }

  #tag(text: string, begin: number, end: number): void {
    const second = text.charCodeAt(begin + 1);
    if (second === SLASH) {
      this.#listener.close(localName(text.slice(begin + 2, end - 1).trimEnd()));
    } else if (second === EXCLAMATION) {
      if (text.startsWith("<![CDATA[", begin)) {
        this.#listener.text(text.slice(begin + 9, end - 3).replaceAll("&", "&amp;"));
      } else if (!text.startsWith("<!--", begin)) throw new WorkbookRefused("damaged", "a document type");
    } else if (second !== QUESTION) {
      const isEmpty = text.charCodeAt(end - 2) === SLASH;
      const inside = text.slice(begin + 1, isEmpty ? end - 2 : end - 1);
      const space = inside.search(/\s/);
      const name = localName(space < 0 ? inside : inside.slice(0, space));
      this.#listener.open(name, space < 0 ? "" : inside.slice(space));
      if (isEmpty) this.#listener.close(name);
    }
  }
}

const SLASH = 47;
const EXCLAMATION = 33;
const QUESTION = 63;

/** The place behind a tag, or -1 when it is not complete yet. */
function tagEnd(text: string, begin: number): number {
  const second = text.charCodeAt(begin + 1);
  if (second === EXCLAMATION) {
    if (text.startsWith("<!--", begin)) return behind(text, "-->", begin);
    if (text.startsWith("<![CDATA[", begin)) return behind(text, "]]>", begin);
    // Not yet enough of it to know which.
    if (text.length - begin < 9) return -1;
    return behind(text, ">", begin);
  }
  if (second === QUESTION) return behind(text, "?>", begin);
  const end = text.indexOf(">", begin);
  if (end < 0) return -1;
  const equals = text.indexOf("=", begin);
  return equals < 0 || equals > end ? end + 1 : attributesEnd(text, begin);
}

/** Behind the first `>` that stands in no quotes. */
function attributesEnd(text: string, begin: number): number {
  let quote = 0;
  for (let at = begin; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at + 1;
  }
  return -1;
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute; undefined when it is not written. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (before !== 32 && before !== 10 && before !== 9 && before !== 13) continue;
    let equals = at + name.length;
    while (attributes[equals] === " ") equals += 1;
    if (attributes[equals] !== "=") continue;
    let open = equals + 1;
    while (attributes[open] === " ") open += 1;
    const quote = attributes[open];
    if (quote !== '"' && quote !== "'") continue;
    const close = attributes.indexOf(quote, open + 1);
    if (close > 0) return plainText(attributes.slice(open + 1, close));
  }
  return undefined;
}

/** Text with its entities resolved. */
export function plainText(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(
    ENTITY,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);
      return code <= LAST_CHARACTER ? String.fromCodePoint(code) : "\ufffd";
    },
  );
}

import { plainText } from "./xml-scanner.ts";

const ESCAPED = /_x([0-9a-fA-F]{4})_/g;
const RETURNS = /\r\n?/g;

/** The text of a cell as it was typed: entities, the escapes of control characters (ECMA-376 part 1, 22.9.2.19), one kind of line end. */
export function cellWords(raw: string): string {
  const text = plainText(raw);
  const typed = text.includes("_x")
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return typed.includes("\r") ? typed.replace(RETURNS, "\n") : typed;
}

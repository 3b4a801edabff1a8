import { maskEmail } from "../../../platform/text/mask-email.ts";
import { maskPhone } from "../../../platform/text/mask-phone.ts";
import type { IdentifierKind } from "./normalise-identifier.ts";

const SHORTEST_SHOWN = 4;

/** Any identifier's value as somebody without the right to it sees it: phones and mailboxes by their own rules, all others the first and last character. */
export function maskIdentifier(kind: IdentifierKind, value: string): string {
  if (kind === "phone") return maskPhone(value);
  if (kind === "email") return maskEmail(value);
  const characters = [...value];
  return characters.length < SHORTEST_SHOWN ? "***" : `${characters[0]}***${characters.at(-1)}`;
}

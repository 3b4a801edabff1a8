import { cleanText } from "../../../platform/text/clean-text.ts";
import { normaliseEmail } from "./normalise-email.ts";
import { normalisePhone, type PhoneProblem } from "./normalise-phone.ts";

/** The kinds of `identifier` (R-ID). The part behind the colon names the app, corporation, site or source. */
export type IdentifierKind =
  | "phone"
  | "email"
  | "wechat_union"
  | `wechat_open:${string}`
  | "wechat_id"
  | `wecom_external:${string}`
  | `visitor:${string}`
  | `member:${string}`
  | "record";

export type IdentifierProblem = PhoneProblem | "unknown_kind" | "too_long" | "empty";

export interface NormalisedIdentifier {
  kind: IdentifierKind;
  /** What is compared and unique per kind; null when the text cannot be one, with `problem` saying why. */
  value: string | null;
  raw: string;
  /** May a record be attached to a contact by this alone? (R-ID-2) */
  strong: boolean;
  problem: IdentifierProblem | null;
}

const LONGEST_VALUE = 200;
const QUALIFIED_KIND = /^(?:wechat_open|wecom_external|visitor|member):[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** WeChat's own ids: letters, digits, - and _; case does not count in the id a person chooses, but it does in union, open and external ids. */
const WECHAT_ID = /^[a-z][a-z0-9_-]{5,19}$/;
const OPAQUE_ID = /^[A-Za-z0-9_-]{6,128}$/;
const RECORD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Is this text the name of a kind of identifier, qualified where it must be? */
export function isIdentifierKind(kind: string): kind is IdentifierKind {
  return ["phone", "email", "wechat_union", "wechat_id", "record"].includes(kind) || QUALIFIED_KIND.test(kind);
}

/** Makes one identifier comparable, whatever its kind. Never throws: what cannot be one has `value` null and a problem. */
export function normaliseIdentifier(kind: string, raw: string): NormalisedIdentifier {
  if (!isIdentifierKind(kind)) return refused("record", raw, "unknown_kind");
  if (kind === "phone") {
    const phone = normalisePhone(raw);
    return { kind, value: phone.value, raw, strong: phone.strong, problem: phone.problem };
  }
  if (kind === "email") {
    const email = normaliseEmail(raw);
    return { kind, value: email.value, raw, strong: email.strong, problem: email.problem };
  }
  const text = cleanText(raw);
  if (text === "") return refused(kind, raw, "empty");
  if (text.length > LONGEST_VALUE) return refused(kind, raw, "too_long");
  return normaliseOpaque(kind, text, raw);
}

function normaliseOpaque(kind: IdentifierKind, text: string, raw: string): NormalisedIdentifier {
  switch (kind.split(":", 1)[0]) {
    case "wechat_id":
      return checked(kind, raw, text.toLowerCase(), WECHAT_ID, false);
    case "record":
      return checked(kind, raw, text.toLowerCase(), RECORD_ID, true);
    case "member":
      // An id of another system is taken letter by letter; only its composition (é as one character or two) is made equal.
      return { kind, value: text.normalize("NFC"), raw, strong: true, problem: null };
    default:
      return checked(kind, raw, text, OPAQUE_ID, true);
  }
}

function checked(
  kind: IdentifierKind,
  raw: string,
  value: string,
  shape: RegExp,
  strong: boolean,
): NormalisedIdentifier {
  return shape.test(value) ? { kind, value, raw, strong, problem: null } : refused(kind, raw, "impossible");
}

function refused(kind: IdentifierKind, raw: string, problem: IdentifierProblem): NormalisedIdentifier {
  return { kind, value: null, raw, strong: false, problem };
}

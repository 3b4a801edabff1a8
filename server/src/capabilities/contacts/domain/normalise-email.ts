import { domainToASCII } from "node:url";
import { foldText } from "../../../platform/text/clean-text.ts";
import { FREE_MAIL_DOMAINS } from "../../../platform/text/free-mail-domains.ts";
import { ROLE_MAILBOXES } from "./mailbox-lists.ts";

export interface NormalisedEmail {
  /** What an identifier stores and compares, lower case throughout; null when the text is no address. */
  value: string | null;
  local: string;
  domain: string;
  /** A mailbox of a role (info@, sales@): several people read it. */
  role: boolean;
  /** A provider anybody can have an address at, so the domain says nothing about an employer. */
  freeMail: boolean;
  /** Does it point to one person? (R-ID, `identifier`) */
  strong: boolean;
  problem: "impossible" | null;
  raw: string;
}

/** RFC 5321 §4.5.3.1: 64 octets before the @, 254 for the whole address in a path. */
const LONGEST_LOCAL = 64;
const LONGEST_ADDRESS = 254;
const AROUND = /^(?:mailto:|e-?mail\s*:|邮箱\s*:|<|"|')+|[>"'.,;:]+$/g;
/** The address nearly everybody has: nothing in it needs folding, and `wellFormed` holds. */
const USUAL =
  /^(?=.{6,254}$)(?!.*xn--)([a-z0-9_](?:[a-z0-9_+-]|\.(?!\.)){0,62}[a-z0-9_-])@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})$/;
const LOCAL = /^[^\s@<>()[\]\\,;:"]+$/;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
// A role with the branch or a number behind it: sales01@, info-cn@, hr.sh@. Longer words behind it are a person's name (sales.wang@).
const ROLE_SUFFIX = /[._-]?(?:\d{1,4}|(?<=[._-])[a-z]{2,3})$/;

/**
 * Reads one e-mail address. The local part is compared in lower case too: RFC 5321 lets a server tell cases apart, no
 * provider in use does, and people type both. Dots and +tags are kept, since only some providers ignore them.
 * Never throws; what is no address comes back with `value` null.
 */
export function normaliseEmail(raw: string): NormalisedEmail {
  const usual = USUAL.exec(raw.toLowerCase());
  if (usual) return address(usual[1] ?? "", usual[2] ?? "", raw);
  const text = stripAround(
    foldText(raw)
      .replaceAll("。", ".")
      .replaceAll(/\s*@\s*/g, "@"),
  );
  const at = text.lastIndexOf("@");
  const local = at < 0 ? "" : text.slice(0, at);
  const domain = at < 0 ? "" : domainToASCII(text.slice(at + 1));
  const value = `${local}@${domain}`;
  const wellFormed =
    LOCAL.test(local) &&
    !local.startsWith(".") &&
    !local.endsWith(".") &&
    !local.includes("..") &&
    new TextEncoder().encode(local).length <= LONGEST_LOCAL &&
    value.length <= LONGEST_ADDRESS &&
    DOMAIN.test(domain);
  if (wellFormed) return address(local, domain, raw);
  return {
    value: null,
    local: "",
    domain: "",
    role: false,
    freeMail: false,
    strong: false,
    problem: "impossible",
    raw,
  };
}

function address(local: string, domain: string, raw: string): NormalisedEmail {
  const role = isRole(local);
  const freeMail = FREE_MAIL_DOMAINS.has(domain);
  return { value: `${local}@${domain}`, local, domain, role, freeMail, strong: !role, problem: null, raw };
}

function stripAround(text: string): string {
  for (let stripped = text; ;) {
    const next = stripped.replace(AROUND, "").trim();
    if (next === stripped) return next;
    stripped = next;
  }
}

function isRole(local: string): boolean {
  const mailbox = local.split("+", 1)[0] ?? local;
  return ROLE_MAILBOXES.has(mailbox) || ROLE_MAILBOXES.has(mailbox.replace(ROLE_SUFFIX, ""));
}

import { domainToASCII } from "node:url";
import { foldText } from "../../../platform/text/clean-text.ts";
import { FREE_MAIL_DOMAINS } from "../../../platform/text/free-mail-domains.ts";
import { GIVEN_AWAY_SUFFIXES, PLATFORM_DOMAINS, RESERVED_WORDS, TWO_PART_SUFFIXES } from "./domain-suffixes.ts";

/**
 * Why a domain is no evidence of a company: `free_mail`, anybody has an address there; `platform`, a shop or page on
 * somebody else's site; `no_domain`, the text holds none (an IP address, a name inside a network, a suffix alone).
 */
export type WebDomainProblem = "free_mail" | "platform" | "no_domain";

export interface WebDomain {
  /** The part that was registered (yunfan.com.cn), in ASCII; null when there is none. */
  domain: string | null;
  /** Null when the domain says which company it is. */
  problem: WebDomainProblem | null;
}

/** A label has 63 characters at most, a name 253 (RFC 1035 §2.3.4). */
const HOST = /^(?=.{4,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const LONGEST_TEXT = 2000;
const LABEL = /^(?:(?:公司)?(?:网址|网站|官网|主页|域名|邮箱)|website|web ?site|homepage|url|web|e-?mail)\s*[:=]?\s*/;
const SCHEME = /^(?:mailto:|[a-z][a-z0-9+.-]*:\/*|(?:https?|htpp?s?)\/\/|\/\/)/;
const SEPARATOR = /[\s,;、|<>"'()]+/;
const DOTS = /[。．｡]/g;
const END_OF_HOST = /[/?#\\]/;
const PORT = /:\d*$/;
/** The site itself, and not a page of somebody on it. */
const OWN_HOSTS = /^(?:www\d?|m|wap|cn|en)\.$/;
const ENDS_IN_PUNCTUATION = /[.:。]+$/;

/** The registered domain of a web address, a mail address or what somebody typed as one. Never throws. */
export function webDomain(raw: string): WebDomain {
  const text = foldText(raw.slice(0, LONGEST_TEXT)).replace(DOTS, ".").replace(LABEL, "");
  const [first = ""] = text.split(SEPARATOR).filter((part) => part.includes("."));
  const address = first.replace(SCHEME, "");
  const end = address.search(END_OF_HOST);
  const authority = end < 0 ? address : address.slice(0, end);
  const at = authority.lastIndexOf("@");
  const host = asciiHost(
    authority
      .slice(at + 1)
      .replace(PORT, "")
      .replace(ENDS_IN_PUNCTUATION, ""),
  );
  const domain = host === null ? null : registeredDomain(host);
  if (host === null || domain === null) return { domain: null, problem: "no_domain" };
  if (FREE_MAIL_DOMAINS.has(host) || FREE_MAIL_DOMAINS.has(domain)) return { domain, problem: "free_mail" };
  const below = host.slice(0, host.length - domain.length);
  const hasPath = end >= 0 && address.length > end + 1;
  const isPage = at < 0 && (hasPath || (below !== "" && !OWN_HOSTS.test(below)));
  return { domain, problem: PLATFORM_DOMAINS.has(domain) && isPage ? "platform" : null };
}

function asciiHost(host: string): string | null {
  if (HOST.test(host)) return host;
  const ascii = domainToASCII(host);
  return HOST.test(ascii) ? ascii : null;
}

/** One label more than the suffix; null when there is only a suffix (com.cn). */
function registeredDomain(host: string): string | null {
  const labels = host.split(".");
  const lastTwo = labels.slice(-2).join(".");
  const lastThree = labels.slice(-3).join(".");
  if (labels.length > 3 && GIVEN_AWAY_SUFFIXES.has(lastThree)) return labels.slice(-4).join(".");
  if (labels.length > 2 && GIVEN_AWAY_SUFFIXES.has(lastTwo)) return lastThree;
  const [country = "", second = ""] = labels.toReversed();
  const isTwoPart = (country.length === 2 && RESERVED_WORDS.has(second)) || TWO_PART_SUFFIXES.has(lastTwo);
  if (!isTwoPart) return lastTwo;
  return labels.length > 2 ? lastThree : null;
}

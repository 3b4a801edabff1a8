import type { ParsedAmount } from "./parse-amount.ts";
import type { ParsedDate, ParsedDay } from "./parse-date.ts";

/** What an identifier is made of, as the capability of contacts says it. */
export interface IdentifierReading {
  value: string | null;
  strong: boolean;
  /** `area_code_missing` and `digits_lost` are told apart; anything else is impossible. */
  problem: string | null;
}

/**
 * The readings a row needs. Those of contacts and accounts are handed in, because their rules are theirs; the importer may
 * remember their answers (`memoiseByValue`), since files repeat themselves.
 */
export interface RowNormalisers {
  /** Any kind of identifier: phone, email, wechat_id, wechat_union, `member:<source>`. */
  identifier(kind: string, raw: string): IdentifierReading;
  companyKey(name: string): string | null;
  creditCode(raw: string): { code: string; level: "ok" | "check_mismatch" | "format_error"; suggestion: string | null };
  region(parts: readonly string[]): { code: string | null; problem: "unknown" | "ambiguous" | null };
  /** The division that an address lies in, or null. Within a division that columns name, when they name one. */
  addressRegion(address: string, within: string | null): string | null;
  date(text: string): ParsedDate;
  /** A date of any age, without its time of day. */
  day(text: string): ParsedDay;
  /** The code of an industry, written or named. */
  industry(text: string): string | null;
  amount(text: string): ParsedAmount;
}

import type { LeadStage } from "@tongzhou/contract/lead-stages";
import type { FieldValue } from "@tongzhou/contract/fields";
import type { RowProblemCode } from "../../../platform/csv/csv-row.ts";

export interface DraftIdentifier {
  /** The kinds of `identifier` a file can bring. */
  kind: "phone" | "email" | "wechat_union" | "wechat_id" | `member:${string}`;
  value: string;
  raw: string;
  strong: boolean;
}

/** Something the importer noticed that does not keep the row out. */
export type RemarkCode =
  | "area_code_missing"
  | "credit_code_check_mismatch"
  | "region_unknown"
  | "region_ambiguous"
  | "missing_columns"
  | "industry_left"
  | "size_left";

export interface RowRemark {
  code: RemarkCode;
  /** The column's name; null for the whole row. */
  column: string | null;
  value: string;
}

/** One row of the file, understood. Texts are cleaned; null is "nothing in the file". */
export interface RowDraft {
  line: number;
  name: string | null;
  identifiers: DraftIdentifier[];
  company: { name: string; key: string } | null;
  creditCode: string | null;
  website: string | null;
  industry: string | null;
  companySize: string | null;
  jobTitle: string | null;
  department: string | null;
  /** Six-digit division code. */
  region: string | null;
  address: string | null;
  source: string | null;
  campaign: string | null;
  productLine: string | null;
  landingPage: string | null;
  note: string | null;
  /** When it happened, milliseconds since 1970 UTC. */
  occurredAt: number | null;
  /** Who holds it; of new leads nobody. Only of history: in which stage, since when. */
  owner: string | null;
  stage: LeadStage | null;
  stageSince: number | null;
  amount: { minor: number; currency: string } | null;
  remarks: readonly RowRemark[];
  /** Of a company that is imported by itself; null in lists of people. */
  facts: AccountFacts | null;
  /** What the columns of added fields say; hardly any file has such. */
  added: readonly DraftValue[];
}

/** What a list of companies says of one besides how it is known. */
export interface AccountFacts {
  readonly industryCode: string | null;
  readonly sizeBand: string | null;
  readonly tier: string | null;
  /** The company above it, named or by its credit code. */
  readonly parent: { readonly name: string; readonly key: string | null; readonly creditCode: string | null } | null;
}

/** A value of an added field; of a colleague the name until they are looked up. */
export interface DraftValue {
  readonly fieldId: string;
  readonly value: NonNullable<FieldValue>;
}

/** Why a row is kept out. Stable: pages and the error file say each in the user's language. */
export type RejectReason =
  | Exclude<RowProblemCode, "missing_columns">
  | "no_identifier"
  | "phone_impossible"
  | "phone_digits_lost"
  | "phone_area_code_missing"
  | "email_impossible"
  | "id_impossible"
  | "too_long"
  | "credit_code_format"
  | "date_unreadable"
  | "date_ambiguous"
  | "date_out_of_range"
  | "amount_unreadable"
  | "amount_too_large"
  | "stage_unknown"
  | "owner_unknown"
  | "owner_missing"
  | "number_unreadable"
  | "option_unknown"
  | "yes_no_unreadable"
  | "place_unknown"
  | "place_ambiguous"
  | "industry_unknown"
  | "value_taken"
  | "no_company"
  | "parent_says_nothing";

export interface RowReject {
  reason: RejectReason;
  /** The column's name; null when it is about the whole row. */
  column: string | null;
  /** What stands there, cut to a length that can be shown. */
  value: string;
  /** What the sentence needs: `limit`, `suggestion`. */
  params: Readonly<Record<string, string | number>>;
}

export type RowOutcome =
  | { kind: "draft"; draft: RowDraft }
  | { kind: "rejected"; line: number; cells: readonly string[]; rejects: readonly RowReject[] }
  /** Nothing stands in any mapped column: spreadsheets leave such rows at the end. */
  | { kind: "blank"; line: number };

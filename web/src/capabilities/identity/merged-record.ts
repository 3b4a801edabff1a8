import type { Account } from "@tongzhou/contract/accounts";
import type { ContactRow } from "@tongzhou/contract/contacts";
import type { AccountMergeField, ChoiceReason, MergeField, MergeSide } from "@tongzhou/contract/identity";

/** What can be merged. */
export type MergedObject = "contact" | "account";

export interface MergedRecord {
  object: MergedObject;
  recordId: string;
}

export type AnyMergeField = MergeField | AccountMergeField;

/** A fact that differs between two people, or two companies. */
export interface AnyMergeChoice {
  field: AnyMergeField;
  survivor: string | null;
  merged: string | null;
  side: MergeSide;
  because: ChoiceReason;
}

/** What merging two records of either kind would do. */
export interface AnyMergePreview {
  survivor: ContactRow | Account;
  merged: ContactRow | Account;
  choices: AnyMergeChoice[];
  moves: { what: string; count: number }[];
  meetingLeads?: number;
  creditCodesDiffer?: boolean;
  survivorStandsBelow?: boolean;
  mergedStandsBelow?: boolean;
}

/** The page of a record. */
export const hrefOf = ({ object, recordId }: MergedRecord): string =>
  object === "contact" ? `/contacts/${recordId}` : `/accounts/${recordId}`;

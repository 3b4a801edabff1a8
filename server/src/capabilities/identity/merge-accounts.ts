import type { AccountMergeField } from "@tongzhou/contract/identity";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { mergeRecords } from "./merge-records.ts";
import type { MergeRequest } from "./merge-records.ts";
import { accountMerging } from "./shapes/account-merging.ts";
import { undoneByUnmerging } from "./unmerge-record.ts";

export const MERGE_ACCOUNTS = operationKind("account.merge", undoneByUnmerging(accountMerging));

/**
 * Lets one company or household go on as another. Leads and opportunities keep their owners (R-ID-9), and what stood below it
 * stands below the survivor.
 * @throws as `mergeRecords`; Refused `survivor_stands_below` for a survivor somewhere below the merged one.
 */
export const mergeAccounts = (context: Acting, request: MergeRequest<AccountMergeField>): Promise<string> =>
  mergeRecords(accountMerging, context, request);

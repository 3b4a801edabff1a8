import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { accountMerging } from "./shapes/account-merging.ts";
import { MERGE_AGAIN, unmergeRecord } from "./unmerge-record.ts";

export const UNMERGE_ACCOUNT = operationKind("account.unmerge", { notUndoable: MERGE_AGAIN });

/** Makes a merged company or household one of its own again. @returns into whom it was merged. Throws as `unmergeRecord`. */
export const unmergeAccount = (context: Acting, mergedId: string): Promise<string> =>
  unmergeRecord(accountMerging, context, mergedId);

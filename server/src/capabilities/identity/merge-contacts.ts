import type { MergeField } from "@tongzhou/contract/identity";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { mergeRecords } from "./merge-records.ts";
import type { MergeRequest } from "./merge-records.ts";
import { contactMerging } from "./shapes/contact-merging.ts";
import { undoneByUnmerging } from "./unmerge-record.ts";

export const MERGE_CONTACTS = operationKind("contact.merge", undoneByUnmerging(contactMerging));

/** Lets one contact go on as another; two open leads of one product line meet (row 14). Throws as `mergeRecords`. */
export const mergeContacts = (context: Acting, request: MergeRequest<MergeField>): Promise<string> =>
  mergeRecords(contactMerging, context, request);

import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { identity } from "@tongzhou/contract/identity";
import { call } from "../../platform/http/call.ts";
import { queryClient, reading } from "../../platform/http/queries.ts";
import type { AnyMergeField, MergedRecord } from "./merged-record.ts";

/** What goes with a merged record when it is taken apart, and what the survivor gets back. */
export interface AnyUnmergePreview {
  moves: { what: string; count: number }[];
  givenBack: AnyMergeField[];
}

export function useUnmergePreview({ object, recordId }: MergedRecord): UseQueryResult<AnyUnmergePreview> {
  const contact = useQuery({
    ...reading(identity.previewUnmerge, { params: { contactId: recordId } }),
    enabled: object === "contact",
  });
  const account = useQuery({
    ...reading(identity.previewAccountUnmerge, { params: { accountId: recordId } }),
    enabled: object === "account",
  });
  return object === "contact" ? contact : account;
}

/** Takes a record apart and forgets what was read of it. */
export async function unmerge({ object, recordId }: MergedRecord): Promise<void> {
  if (object === "contact") await call(identity.unmerge, { params: { contactId: recordId } });
  else await call(identity.unmergeAccount, { params: { accountId: recordId } });
  // The question is still open and its answer gone: there is nothing to take apart any more.
  const questions: readonly unknown[] = [identity.previewUnmerge.id, identity.previewAccountUnmerge.id];
  const isAnswered = ({ queryKey }: { queryKey: readonly unknown[] }) => questions.includes(queryKey[0]);
  queryClient.removeQueries({ predicate: isAnswered, type: "inactive" });
  await queryClient.invalidateQueries({ predicate: (query) => !isAnswered(query) });
}

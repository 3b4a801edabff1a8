import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { AccountMergeField, identity, MergeField } from "@tongzhou/contract/identity";
import { reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import type { AnyMergeField, AnyMergePreview, MergedObject } from "./merged-record.ts";

interface Sides {
  survivorId: string;
  mergedId: string;
}

export interface Merging {
  preview: UseQueryResult<AnyMergePreview>;
  merge: (take: readonly AnyMergeField[], onMerged: (operationId: string | undefined) => void) => void;
  isMerging: boolean;
  failure: Error | null;
}

/** What merging two records would do, and doing it: of either kind by the same words. */
export function useMerging(object: MergedObject, sides: Sides): Merging {
  const [ofContacts, ofAccounts] = [useAct(identity.merge), useAct(identity.mergeAccounts)];
  const contacts = useQuery({ ...reading(identity.previewMerge, { body: sides }), enabled: object === "contact" });
  const accounts = useQuery({
    ...reading(identity.previewAccountMerge, { body: sides }),
    enabled: object === "account",
  });
  const { isPending, error } = object === "contact" ? ofContacts : ofAccounts;
  return {
    preview: object === "contact" ? contacts : accounts,
    isMerging: isPending,
    failure: error,
    merge(taken, onMerged) {
      const among = new Set<string>(taken);
      const done = { onSuccess: ({ operationId }: { operationId: string | undefined }) => onMerged(operationId) };
      if (object === "contact") {
        const take = MergeField.options.filter((field) => among.has(field));
        ofContacts.mutate({ body: { ...sides, take } }, done);
      } else {
        const take = AccountMergeField.options.filter((field) => among.has(field));
        ofAccounts.mutate({ body: { ...sides, take } }, done);
      }
    },
  };
}

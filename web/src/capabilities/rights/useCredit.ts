import { useQuery } from "@tanstack/react-query";
import { rights, type Credit, type CreditShare } from "@tongzhou/contract/rights";
import { useAct } from "../../platform/http/useAct.ts";
import { reading } from "../../platform/http/queries.ts";

/** Whose results are shared. */
export interface CreditTarget {
  readonly object: "account" | "opportunity";
  readonly id: string;
}

/** How the results of a record are shared; undefined while it is read. */
export function useCredit({ object, id }: CreditTarget): Credit | undefined {
  const ofAccount = useQuery({
    ...reading(rights.accountCredit, { params: { accountId: id } }),
    enabled: object === "account",
  });
  const ofDeal = useQuery({
    ...reading(rights.opportunityCredit, { params: { opportunityId: id } }),
    enabled: object === "opportunity",
  });
  return object === "account" ? ofAccount.data : ofDeal.data;
}

interface SharesChange {
  readonly from: CreditShare[];
  readonly to: CreditShare[];
}

type Answered = { onSuccess: (done: { operationId: string | undefined }) => void };

/** Agreeing on it. */
export function useSetCredit({ object, id }: CreditTarget) {
  const ofAccount = useAct(rights.setAccountCredit);
  const ofDeal = useAct(rights.setOpportunityCredit);
  const act = object === "account" ? ofAccount : ofDeal;
  return {
    isPending: act.isPending,
    error: act.error,
    mutate(shares: SharesChange, answered: Answered) {
      if (object === "account") ofAccount.mutate({ params: { accountId: id }, body: { shares } }, answered);
      else ofDeal.mutate({ params: { opportunityId: id }, body: { shares } }, answered);
    },
  };
}

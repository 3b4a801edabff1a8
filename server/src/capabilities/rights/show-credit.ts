import type { Credit } from "@tongzhou/contract/rights";
import type { Viewing } from "../../platform/access/acting.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { findCreditRecord, findSplits } from "./queries/find-credit.ts";
import type { CreditOf, FoundSplit } from "./queries/find-credit.ts";

/** How the results of a record are shared: as agreed on it, or on the nearest above it. @throws NotFound. */
export async function showCredit(context: Viewing, of: CreditOf): Promise<Credit> {
  const record = await findCreditRecord(context, of);
  if (!record) throw new NotFound();
  const splits = await findSplits(context, of, record.accountId);
  const named = ({ shares }: FoundSplit): Credit["shares"] =>
    shares.map((share) => ({ ...share, name: context.viewer.snapshot.people.get(share.personId)?.name ?? "" }));
  const [present] = splits.filter(({ until }) => until === null);
  return {
    shares: present ? named(present) : [],
    since: present?.since.toISOString() ?? null,
    givenById: present?.givenById ?? null,
    from: present?.from ?? null,
    past: splits.flatMap((split) =>
      split.until === null || split.from !== null
        ? []
        : [{ shares: named(split), since: split.since.toISOString(), until: split.until.toISOString() }],
    ),
    mayGive: record.mayGive,
  };
}

import { useQuery } from "@tanstack/react-query";
import { accounts } from "@tongzhou/contract/accounts";
import type { ReactNode } from "react";
import { reading } from "../../platform/http/queries.ts";
import { HouseholdRecord } from "./HouseholdRecord.tsx";

export interface HouseholdOrProps {
  accountId: string;
  timeline: ReactNode;
  /** The page of a company, which also says what is being waited for and what failed. */
  children: ReactNode;
}

/** The page of an account that is a household; the page of a company otherwise. */
export function HouseholdOr({ accountId, timeline, children }: HouseholdOrProps) {
  const { data: account } = useQuery(reading(accounts.show, { params: { accountId } }));
  return account?.kind === "household" ? <HouseholdRecord account={account} timeline={timeline} /> : children;
}

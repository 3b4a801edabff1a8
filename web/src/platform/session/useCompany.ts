import { useQuery } from "@tanstack/react-query";
import { session } from "@tongzhou/contract/people-session";
import { reading } from "../http/queries.ts";

export interface CompanyDefaults {
  timeZone: string;
  currency: string;
}

/** Before anybody is signed in: the defaults a new company gets. */
const DEFAULTS: CompanyDefaults = { timeZone: "Asia/Shanghai", currency: "CNY" };

const whoAmI = reading(session.whoAmI);

/** The company's time zone and currency, also on the pages before signing in. */
export function useCompany(): CompanyDefaults {
  const { data } = useQuery({ ...whoAmI, enabled: false });
  return data?.company ?? DEFAULTS;
}

import { useQuery } from "@tanstack/react-query";
import { routing } from "@tongzhou/contract/routing";
import { reading } from "../../platform/http/queries.ts";
import { useMay } from "../../platform/session/session.ts";

/** Whether any routing rule is switched on; false for whoever may not read them. */
export function useRulesInForce(): boolean {
  const mayRead = useMay("routing", "read");
  const { data = [] } = useQuery({ ...reading(routing.list), enabled: mayRead });
  return data.some(({ enabled }) => enabled);
}

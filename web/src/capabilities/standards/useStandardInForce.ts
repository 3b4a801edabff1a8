import { useQuery } from "@tanstack/react-query";
import { standards } from "@tongzhou/contract/standards";
import { reading } from "../../platform/http/queries.ts";
import { useMay } from "../../platform/session/session.ts";

/** Whether a lead standard is in force; false for whoever may not read it. */
export function useStandardInForce(): boolean {
  const mayRead = useMay("standard", "read");
  const { data = [] } = useQuery({ ...reading(standards.list), enabled: mayRead });
  return data.some(({ state }) => state === "in_force");
}

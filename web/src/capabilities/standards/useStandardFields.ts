import { useQuery } from "@tanstack/react-query";
import { standards } from "@tongzhou/contract/standards";
import type { ConditionField } from "@tongzhou/contract/condition-fields";
import { reading } from "../../platform/http/queries.ts";

/** What fit rules and engagement rules may ask about. */
export function useStandardFields(): { fit: readonly ConditionField[]; engagement: readonly ConditionField[] } {
  const { data } = useQuery(reading(standards.fields));
  return data ?? { fit: [], engagement: [] };
}

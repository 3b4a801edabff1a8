import { useQuery } from "@tanstack/react-query";
import { opportunityTypes, type OpportunityTypeShown } from "@tongzhou/contract/opportunity-types";
import { reading } from "../../platform/http/queries.ts";

const NONE: readonly OpportunityTypeShown[] = [];

/** The types that have stages; the others have no board. */
export function usePipelineTypes(): readonly OpportunityTypeShown[] {
  const { data = NONE } = useQuery(reading(opportunityTypes.list));
  return data.filter(({ weight, active }) => weight === "pipeline" && active);
}

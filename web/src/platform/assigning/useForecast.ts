import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { AssignmentForecast } from "@tongzhou/contract/assignment";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import type { z } from "zod";
import type { CallArguments } from "../http/call-types.ts";
import { reading } from "../http/queries.ts";

/** An endpoint that says what giving records to somebody would do. */
export type ForecastEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType<AssignmentForecast>>;

/** What giving the chosen records to somebody would do; undefined while nobody is chosen or it is not known. */
export function useForecast(
  endpoint: ForecastEndpoint,
  choice: object,
  toId: string | undefined,
): AssignmentForecast | undefined {
  const asked = [{ body: { choice, toId } }] as unknown as CallArguments<ForecastEndpoint>;
  const { data } = useQuery({
    ...reading(endpoint, ...asked),
    enabled: toId !== undefined,
    placeholderData: keepPreviousData,
    // Somebody else may be at work on the same records: what was foretold a minute ago is not asked again for nothing.
    staleTime: 0,
  });
  return toId === undefined ? undefined : data;
}

/** How many would change hands. */
export const movesOf = ({ moves }: AssignmentForecast): number => moves.reduce((sum, { count }) => sum + count, 0);

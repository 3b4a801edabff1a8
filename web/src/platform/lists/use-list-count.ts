import { useQuery } from "@tanstack/react-query";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import type { z } from "zod";
import { useFormat } from "../format/useFormat.ts";
import type { CallArguments } from "../http/call-types.ts";
import { reading } from "../http/queries.ts";
import { askedOf, type ListState } from "./list-state.ts";

/** An endpoint that says how many rows a list has. */
export type CountEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType<{ count: number; exact: boolean }>>;

/** How many rows a list has, in words; undefined until it is known. */
export function useListCount(endpoint: CountEndpoint, list: ListState): string | undefined {
  const format = useFormat();
  const { sort: _, ...query } = askedOf(list);
  const { data } = useQuery(reading(endpoint, ...([{ query }] as unknown as CallArguments<CountEndpoint>)));
  return data === undefined ? undefined : format.estimate(data.count, data.exact);
}

import { useQuery } from "@tanstack/react-query";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import type { ListCount } from "@tongzhou/contract/list";
import type { z } from "zod";
import { useFormat } from "../format/useFormat.ts";
import type { CallArguments } from "../http/call-types.ts";
import { reading } from "../http/queries.ts";
import { askedOf, type ListState } from "./list-state.ts";

/** An endpoint that says how many rows a list has. */
export type CountEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, typeof ListCount>;

/**
 * How many rows a list has, in words; undefined until it is known. A guess shows at once, and is counted meanwhile.
 */
export function useListCount(endpoint: CountEndpoint, list: ListState): string | undefined {
  const format = useFormat();
  const { sort: _, ...query } = askedOf(list);
  const asking = (more: object) =>
    reading(endpoint, ...([{ query: { ...query, ...more } }] as unknown as CallArguments<CountEndpoint>));
  const glance = useQuery(asking({})).data;
  const counted = useQuery({ ...asking({ thorough: "true" }), enabled: glance?.rough === true }).data;
  const data = glance?.rough === true ? (counted ?? glance) : glance;
  return data === undefined ? undefined : format.estimate(data.count, data.exact);
}

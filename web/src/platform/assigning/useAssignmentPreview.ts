import { useQuery } from "@tanstack/react-query";
import type { AssignmentPreview } from "@tongzhou/contract/assignment";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import type { z } from "zod";
import type { CallArguments } from "../http/call-types.ts";
import { reading } from "../http/queries.ts";

/** An endpoint that says what giving records to somebody would do. */
export type PreviewEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType<AssignmentPreview>>;

/** What giving the chosen records to somebody would do; undefined while nobody is chosen or it is not known. */
export function useAssignmentPreview(
  endpoint: PreviewEndpoint,
  choice: object,
  toId: string | undefined,
): AssignmentPreview | undefined {
  const asked = [{ body: { choice, toId } }] as unknown as CallArguments<PreviewEndpoint>;
  const { data } = useQuery({
    ...reading(endpoint, ...asked),
    enabled: toId !== undefined,
    // Somebody else may be at work on the same records: what held a minute ago need not hold now.
    staleTime: 0,
  });
  return toId === undefined ? undefined : data;
}

/** How many would change hands. */
export const movesOf = ({ moves }: AssignmentPreview): number => moves.reduce((sum, { count }) => sum + count, 0);

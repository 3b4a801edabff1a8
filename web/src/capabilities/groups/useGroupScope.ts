import { GROUP_SCOPES } from "@tongzhou/contract/groups";
import { z } from "zod";
import { useUrlState } from "../../platform/routing/useUrlState.ts";

const Url = z.object({ scope: z.enum(GROUP_SCOPES).default("one").catch("one") });

export type Scope = (typeof GROUP_SCOPES)[number];

/** Whether the page shows one company or it with all below it; kept in its address. */
export function useGroupScope(): [Scope, (scope: Scope) => void] {
  const [{ scope }, change] = useUrlState(Url);
  return [scope, (chosen) => change({ scope: chosen })];
}

import type { Holder } from "@tongzhou/contract/rights";
import type { Acting } from "../../platform/access/acting.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { isTeam } from "./queries/right-rows.ts";

/** @throws Refused `right_holder_missing` for somebody who left and for a team that is gone. */
export async function requireHolder(context: Acting, { kind, id }: Holder): Promise<void> {
  const known = kind === "person" ? context.viewer.snapshot.people.get(id)?.active === true : await isTeam(context, id);
  if (!known) throw new Refused("right_holder_missing");
}

import type { Context } from "../../platform/ledger/context.ts";
import { notify } from "../notifications/index.ts";
import type { Notice } from "../notifications/index.ts";
import type { MovedLead } from "./shapes/lead-move-request.ts";

/** Tells people of the leads they were given, one notice a person and act; not of those they took themselves. */
export async function tellOwners(context: Context, moved: readonly MovedLead[]): Promise<void> {
  const { actor } = context;
  const notices = moved.flatMap(({ leadId, row, effects }) =>
    effects.flatMap((effect): Notice[] => {
      if (effect.kind !== "tell_owner") return [];
      if (actor.kind === "person" && actor.personId === effect.ownerId) return [];
      const kind = row === "18" ? "lead.handed_over" : "lead.assigned";
      return [{ personId: effect.ownerId, kind, params: { leadId } }];
    }),
  );
  await notify(context, notices);
}

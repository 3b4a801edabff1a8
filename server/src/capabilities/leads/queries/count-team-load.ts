import { sql } from "kysely";
import type { OwnerLoad } from "@tongzhou/contract/leads";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { LEAD } from "../leads.access.ts";

/** What those whose leads the viewer may give on have in hand, who is latest with answers first. */
export async function countTeamLoad({ tx, viewer, now }: Pick<Viewing, "tx" | "viewer" | "now">): Promise<OwnerLoad[]> {
  const { rows } = await sql<OwnerLoad>`
    select
      owner.id as "ownerId",
      owner.name as "ownerName",
      count(*)::int as open,
      (count(*) filter (where lead.stage = 'assigned'))::int as waiting,
      (count(*) filter (where lead.stage = 'assigned' and lead_clock.due_at <= ${now}))::int as late
    from lead
    join published.person as owner on owner.id = lead.owner_id
    left join lead_clock on lead_clock.lead_id = lead.id
    where lead.stage in ('qualifying', 'assigned', 'sql') and ${scopePredicate(viewer, LEAD, "assign", "lead")}
    group by owner.id, owner.name, owner.name_sort
    order by late desc, waiting desc, open desc, owner.name_sort, owner.id`.execute(tx);
  return rows;
}

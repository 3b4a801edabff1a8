import type { GivenRight } from "@tongzhou/contract/rights";
import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { ACCOUNT } from "../../accounts/index.ts";

type FoundRight = Omit<GivenRight, "since"> & { readonly since: Date };

/** The rights that hold on an account: for each person and team the one set on it, or else on the nearest company above. */
export async function findRights(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  accountId: string,
): Promise<FoundRight[]> {
  const { rows } = await sql<FoundRight>`
    select
      nearest.holder || jsonb_build_object('name', coalesce(person.name, team.name)) as holder,
      nearest.level,
      nearest.part,
      nearest.since,
      case when given_in.actor_kind = 'person' then given_in.actor_id end as "givenById",
      case when nearest.depth > 0 then jsonb_build_object(
        'id', above.id,
        'name', case when ${scopePredicate(viewer, ACCOUNT, "read", "above")} then above.name end
      ) end as "from"
    from (
      select distinct on (coalesce(given.person_id, given.team_id))
        given.*, line.depth,
        jsonb_build_object(
          'kind', case when given.person_id is null then 'team' else 'person' end,
          'id', coalesce(given.person_id, given.team_id)
        ) as holder
      from published.account_line(${accountId}::uuid) as line
      join account_right as given on given.account_id = line.id and given.until is null
      order by coalesce(given.person_id, given.team_id), line.depth
    ) as nearest
    join published.account as above on above.id = nearest.account_id
    join published.operation as given_in on given_in.id = nearest.operation_id
    left join published.person as person on person.id = nearest.person_id
    left join published.team as team on team.id = nearest.team_id
    where nearest.level <> 'none' or nearest.depth = 0
    order by
      array_position(array['follow', 'view', 'none'], nearest.level::text),
      nearest.person_id is null,
      person.name_sort,
      team.name,
      nearest.id`.execute(tx);
  return rows;
}

import type { AccountRights, Collaborator } from "@tongzhou/contract/rights";
import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Context } from "../../../platform/ledger/context.ts";
import { OPPORTUNITY } from "../../opportunities/index.ts";

/** Who collaborates on opportunities of an account, and on which of those that the viewer may read. */
export async function findCollaborating(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  accountId: string,
): Promise<AccountRights["collaborators"]> {
  const { rows } = await sql<AccountRights["collaborators"][number]>`
    select
      person.id as "personId",
      person.name,
      jsonb_agg(
        jsonb_build_object('id', opportunity.id, 'name', opportunity.name)
        order by opportunity.opened_at desc, opportunity.id
      ) as opportunities
    from published.opportunity as opportunity
    join opportunity_collaborator as helps on helps.opportunity_id = opportunity.id and helps.until is null
    join published.person as person on person.id = helps.person_id
    where opportunity.account_id = ${accountId}::uuid and ${scopePredicate(viewer, OPPORTUNITY, "read", "opportunity")}
    group by person.id, person.name, person.name_sort
    order by person.name_sort, person.id`.execute(tx);
  return rows;
}

interface FoundCollaborators {
  readonly mayGive: boolean;
  readonly collaborators: Collaborator[];
}

/** Who collaborates on an opportunity; undefined when the viewer may not read it. */
export async function findCollaborators(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  opportunityId: string,
): Promise<FoundCollaborators | undefined> {
  const { rows } = await sql<FoundCollaborators>`
    select
      ${scopePredicate(viewer, OPPORTUNITY, "edit", "opportunity")} is true as "mayGive",
      coalesce(
        (
          select jsonb_agg(
            jsonb_build_object(
              'personId', person.id,
              'name', person.name,
              'since', helps.since,
              'givenById', case when given_in.actor_kind = 'person' then given_in.actor_id end
            )
            order by person.name_sort, person.id
          )
          from opportunity_collaborator as helps
          join published.person as person on person.id = helps.person_id
          join published.operation as given_in on given_in.id = helps.operation_id
          where helps.opportunity_id = opportunity.id and helps.until is null
        ),
        '[]'
      ) as collaborators
    from published.opportunity as opportunity
    where opportunity.id = ${opportunityId}::uuid
      and ${scopePredicate(viewer, OPPORTUNITY, "read", "opportunity")}`.execute(tx);
  return rows[0];
}

/** @returns how many were not collaborating yet. */
export async function beginCollaborations(
  { tx, newId, now }: Context,
  opportunityId: string,
  personIds: readonly string[],
): Promise<number> {
  if (personIds.length === 0) return 0;
  const rows = personIds.map((personId) => ({
    id: newId(),
    opportunity_id: opportunityId,
    person_id: personId,
    since: now,
  }));
  const added = await tx
    .insertInto("opportunity_collaborator")
    .values(rows)
    .onConflict((present) => present.columns(["opportunity_id", "person_id"]).where("until", "is", null).doNothing())
    .returning("id")
    .execute();
  return added.length;
}

/** They are history from now on. @returns how many were collaborating. */
export async function endCollaborations(
  { tx, now }: Context,
  opportunityId: string,
  personIds: readonly string[],
): Promise<number> {
  const { rows } = await sql`
    update opportunity_collaborator
    set until = greatest(since, ${now.toISOString()}::timestamptz)
    where opportunity_id = ${opportunityId}::uuid and until is null and person_id = any(${[...personIds]}::uuid[])
    returning id`.execute(tx);
  return rows.length;
}

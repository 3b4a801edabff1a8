import type { Territory, TerritoryDraft, TerritoryReach, TerritoryRule } from "@tongzhou/contract/territories";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import { columnsOfRule } from "../domain/columns-of-rule.ts";
import { liesIn } from "./lies-in.ts";

const RULE = sql`jsonb_build_object(
  'regions', rule.regions, 'industries', rule.industries, 'sizeBands', rule.size_bands
)`;

const HOLDER = sql`jsonb_build_object(
  'kind', case when rule.person_id is null then 'team' else 'person' end,
  'id', coalesce(rule.person_id, rule.team_id),
  'name', coalesce(person.name, team.name)
)`;

/**
 * Companies of each territory and those that two of them share, in one pass over the companies that lie in any.
 * @param rules rows of `territory`.
 */
const reaches = (rules: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  lying as materialized (
    select rule.id as territory_id, lies.id as account_id
    from ${rules} as rule
    join published.account as lies on lies.merged_into_id is null and ${liesIn("lies")}
  )`;

/** Every territory, by name. */
export async function findTerritories({ tx }: Pick<ReadContext, "tx">): Promise<Territory[]> {
  const { rows } = await sql<Territory>`
    with ${reaches(sql`territory`)},
    shared as (
      select one.territory_id, other.territory_id as other_id, count(*)::int as count
      from lying as one
      join lying as other on other.account_id = one.account_id and other.territory_id <> one.territory_id
      group by one.territory_id, other.territory_id
    )
    select
      rule.id, rule.name, ${HOLDER} as holder, ${RULE} as rule,
      (select count(*)::int from lying where lying.territory_id = rule.id) as count,
      coalesce(
        (
          select jsonb_agg(
            jsonb_build_object('id', other.id, 'name', other.name, 'count', shared.count)
            order by shared.count desc, other.name
          )
          from shared
          join territory as other on other.id = shared.other_id
          where shared.territory_id = rule.id
        ),
        '[]'
      ) as overlaps
    from territory as rule
    left join published.person as person on person.id = rule.person_id
    left join published.team as team on team.id = rule.team_id
    order by rule.name, rule.id`.execute(tx);
  return rows;
}

/** What a rule would hold, and with which territories it would share companies. */
export async function previewRule(
  { tx }: Pick<ReadContext, "tx">,
  wanted: TerritoryRule,
  exceptId: string | null,
): Promise<TerritoryReach> {
  const columns = columnsOfRule(wanted);
  const drafted = sql`row(
    gen_random_uuid(), gen_random_uuid(), '', null, null, ${columns.regions}::text[], ${columns.region_patterns}::text[],
    ${columns.industries}::text[], ${columns.divisions}::text[], ${columns.size_bands}::text[]
  )::territory`;
  const { rows } = await sql<TerritoryReach>`
    with within as materialized (
      select lies.id, lies.kind, lies.region_code, lies.industry_code, lies.size_band
      from (select ${drafted} as rule) as draft
      join published.account as lies on lies.merged_into_id is null and published.account_in_territory(
        lies.kind, lies.region_code, lies.industry_code, lies.size_band, draft.rule
      )
    )
    select
      (select count(*)::int from within) as count,
      coalesce(
        (
          select jsonb_agg(
            jsonb_build_object('id', shared.id, 'name', shared.name, 'count', shared.count)
            order by shared.count desc, shared.name
          )
          from (
            select rule.id, rule.name, count(*)::int as count
            from territory as rule
            join within on ${liesIn("within")}
            where rule.id is distinct from ${exceptId}::uuid
            group by rule.id, rule.name
          ) as shared
        ),
        '[]'
      ) as overlaps`.execute(tx);
  return rows[0] ?? { count: 0, overlaps: [] };
}

/** One territory as its editor saw it, locked; undefined when it is gone. */
export async function lockTerritory({ tx }: Context, id: string): Promise<TerritoryDraft | undefined> {
  const { rows } = await sql<TerritoryDraft>`
    select rule.name,
      jsonb_build_object(
        'kind', case when rule.person_id is null then 'team' else 'person' end,
        'id', coalesce(rule.person_id, rule.team_id)
      ) as holder,
      ${RULE} as rule
    from territory as rule
    where rule.id = ${id}::uuid
    for update`.execute(tx);
  return rows[0];
}

/** Whether another territory has this name. */
export async function isNameTaken(
  { tx }: Pick<ReadContext, "tx">,
  name: string,
  exceptId: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    select from territory where lower(name) = lower(${name}) and id is distinct from ${exceptId}::uuid`.execute(tx);
  return rows.length > 0;
}

const columnsOf = ({ name, holder, rule }: TerritoryDraft) => ({
  name,
  person_id: holder.kind === "person" ? holder.id : null,
  team_id: holder.kind === "team" ? holder.id : null,
  ...columnsOfRule(rule),
});

export async function insertTerritory({ tx, newId }: Context, draft: TerritoryDraft): Promise<string> {
  const id = newId();
  await tx
    .insertInto("territory")
    .values({ id, ...columnsOf(draft) })
    .execute();
  return id;
}

export async function updateTerritory({ tx }: Context, id: string, draft: TerritoryDraft): Promise<void> {
  await tx.updateTable("territory").set(columnsOf(draft)).where("id", "=", id).execute();
}

export async function deleteTerritory({ tx }: Context, id: string): Promise<void> {
  await tx.deleteFrom("territory").where("id", "=", id).execute();
}

/** The territories a company lies in, with who works there, by name. */
export async function territoriesAround(
  { tx }: Pick<ReadContext, "tx">,
  accountId: string,
): Promise<{ id: string; name: string; holder: string }[]> {
  const { rows } = await sql<{ id: string; name: string; holder: string }>`
    select rule.id, rule.name, coalesce(person.name, team.name) as holder
    from territory as rule
    left join published.person as person on person.id = rule.person_id
    left join published.team as team on team.id = rule.team_id
    where rule.id = any(published.territories_of(${accountId}::uuid))
    order by rule.name, rule.id`.execute(tx);
  return rows;
}

import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Given } from "../../../platform/access/given.ts";
import type { Tables } from "../../../platform/database/tables.generated.ts";

/** People and teams to whom a right on an account or an opportunity is given now, by one probe each, and who works where. */
export async function findGiven(tx: Kysely<Tables>): Promise<Given> {
  const { rows } = await sql<{ id: string }>`
    select person.id
    from published.person as person
    where exists (select from account_right as given where given.person_id = person.id and given.until is null)
      or exists (select from opportunity_collaborator as helps where helps.person_id = person.id and helps.until is null)
    union all
    select team.id
    from published.team as team
    where exists (select from account_right as given where given.team_id = team.id and given.until is null)`.execute(
    tx,
  );
  const territories = await sql<{ id: string; holderId: string }>`
    select id, coalesce(person_id, team_id) as "holderId" from territory`.execute(tx);
  return { holderIds: rows.map(({ id }) => id), territories: territories.rows };
}

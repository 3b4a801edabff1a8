import type { Pool } from "pg";

/** A contact by its smallest identifier that somebody gave it. */
const CONTACT = `(select min(i.kind || ' ' || i.value) from identifier as i where i.home_contact_id = c.id and i.kind <> 'record')`;
const WHO = `coalesce((select name from person where id = x.owner_id), x.pool_kind)`;

/**
 * What leads came to, without ids: each row by the natural keys of what it speaks of. Two imports of one file are the same
 * when these are; the assignments are in the order of their turns.
 */
const STATEMENTS: Readonly<Record<string, string>> = {
  contacts: `select name, name_sort, title, region_code,
      (select array_agg(i.kind || ' ' || i.value || coalesce(' ' || i.raw, '') || i.strong order by i.kind, i.value) from identifier as i where i.contact_id = c.id and i.kind <> 'record') as identifiers
    from contact as c order by ${CONTACT}`,
  accounts: `select name, name_sort, confirmed, region_code,
      (select array_agg(i.kind || ' ' || i.value order by i.kind, i.value) from account_identifier as i where i.account_id = a.id and i.kind <> 'record') as identifiers,
      (select array_agg(${CONTACT} order by ${CONTACT}) from membership as m join contact as c on c.id = m.contact_id where m.account_id = a.id) as members
    from account as a order by name, 5`,
  leads: `select ${CONTACT} as contact, x.stage, ${WHO} as holder, x.cycle, x.source, x.captured_at, x.history, x.note,
      (select name from campaign where id = x.campaign_id) as campaign
    from lead as x join contact as c on c.id = x.contact_id order by 1, x.captured_at`,
  touches: `select i.kind, case when i.kind = 'record' then c.name else i.value end as value, t.at, t.kind as done, t.details,
      (select name from campaign where id = t.campaign_id) as campaign
    from touch as t join identifier as i on i.id = t.identifier_id join contact as c on c.id = i.contact_id
    order by 1, 2, 3, t.details::text`,
  lifecycle: `select ${CONTACT} as contact, e.occurred_at, e.cycle, e.table_row, e.from_stage, e.to_stage,
      (select name from person where id = e.to_owner_id) as owner
    from lifecycle_event as e join lead as x on x.id = e.lead_id join contact as c on c.id = x.contact_id
    order by 1, e.occurred_at, e.id`,
  turns: `select ${CONTACT} as contact, (select name from person where id = a.owner_id) as owner, a.uses_turn
    from assignment as a join lead as x on x.id = a.lead_id join contact as c on c.id = x.contact_id order by a.id`,
  rows: `select (select name from import where id = import_id) as file, row_number, line, outcome, problems, cells
    from import_row order by 1, row_number`,
  added: `select f.name as field, ${CONTACT} as contact, v.text_value, v.number_value, v.day,
      (select o ->> 'name' from jsonb_array_elements(f.options) as o where o ->> 'id' = v.code) as option
    from custom_value as v join custom_field as f on f.id = v.field_id left join lead as x on x.id = v.lead_id
    join contact as c on c.id = coalesce(v.contact_id, x.contact_id) order by 1, 2, 3, 4, 5, 6`,
  campaigns: `select name, type, status from campaign order by name`,
};

/** Reads all of it, or only the rows whose text matches a regular expression. */
export async function naturalRows(pool: Pool, matching?: string): Promise<Record<string, Record<string, unknown>[]>> {
  const wanted = matching === undefined ? undefined : new RegExp(matching);
  const read: Record<string, Record<string, unknown>[]> = {};
  for (const [name, statement] of Object.entries(STATEMENTS)) {
    const { rows } = await pool.query<Record<string, unknown>>(statement);
    read[name] = wanted ? rows.filter((row) => wanted.test(JSON.stringify(row))) : rows;
  }
  return read;
}

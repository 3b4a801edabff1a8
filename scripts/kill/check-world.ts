import type { Pool } from "pg";
import type { Acknowledged } from "./busy-people.ts";
import { LIST_ROWS } from "./list-import.ts";

/** A promise of the house, and what of it is broken: rows of the database, in a word each. */
export interface Check {
  readonly name: string;
  readonly broken: readonly string[];
}

/** Everything that must be true of a house at rest, whatever was killed in it. */
export async function checkWorld(
  pool: Pool,
  acknowledged: Acknowledged,
  importIds: readonly string[],
): Promise<Check[]> {
  const broken = async (text: string, values: unknown[] = []): Promise<string[]> => {
    const { rows } = await pool.query(text, values);
    return rows.map((row) => JSON.stringify(row));
  };
  const { arrivals, answers, handOvers } = acknowledged;
  const parts = {
    phones: [...arrivals.keys()],
    leads: [...arrivals.values()],
    answered: answers.map(({ leadId }) => leadId),
    answerers: answers.map(({ personId }) => personId),
    accepted: answers.map(({ accepted }) => accepted),
  };
  const check = async (name: string, text: string, values: unknown[] = []): Promise<Check> => ({
    name,
    broken: await broken(text, values),
  });
  return [
    await check("every lead that was taken in is there once, with its one touch", ARRIVALS, [
      parts.phones,
      parts.leads,
    ]),
    await check("every answer of a rep is in the ledger", ANSWERS, [parts.answered, parts.answerers, parts.accepted]),
    await check("every import and hand-over that was begun is done", UNFINISHED, [[...importIds, ...handOvers]]),
    await check("every row of every list was taken in once", ROWS, [importIds, LIST_ROWS]),
    await check("no lead has two owners", OWNERS),
    await check("the ledger of every lead is one chain that ends where the lead is", CHAINS),
    await check("no event was handled twice in effect", TWICE),
    await check("no event was lost: clocks run, names are searchable, no job is dead or waits", LOST),
  ];
}

const ARRIVALS = `
  select a.phone
  from unnest($1::text[], $2::uuid[]) as a (phone, lead_id)
  left join identifier as i on i.value = a.phone
  where (select array_agg(l.id) from lead as l where l.contact_id = i.contact_id) is distinct from array[a.lead_id]
    or (select count(*) from touch as t join identifier as o on o.id = t.identifier_id where o.contact_id = i.contact_id) <> 1`;

/** Row 7 of the lead table accepts, rows 8 to 8c reject. One whose answer was lost may be there besides. */
const ANSWERS = `
  select a.lead_id, count(*) as answered
  from unnest($1::uuid[], $2::uuid[], $3::boolean[]) as a (lead_id, person_id, accepted)
  group by a.lead_id, a.person_id, a.accepted
  having count(*) > (
    select count(*)
    from lifecycle_event as e
    where e.lead_id = a.lead_id and e.actor_id = a.person_id
      and case when a.accepted then e.table_row = '7' else e.table_row like '8%' end
  )`;

const UNFINISHED = `
  select a.id, o.state, o.error
  from unnest($1::uuid[]) as a (id)
  left join long_operation as o using (id)
  where o.state is distinct from 'done'`;

const ROWS = `
  select a.id, count(r.row_number) as rows
  from unnest($1::uuid[]) as a (id)
  left join import_row as r on r.import_id = a.id
  group by a.id
  having count(r.row_number) <> $2 or min(r.row_number) <> 1 or max(r.row_number) <> $2`;

/** An assignment that has not ended is a promise to one rep; a lead that waits for an answer has exactly one. */
const OWNERS = `
  select l.id, l.stage, count(a.id) as promises
  from lead as l
  left join assignment as a
    on a.lead_id = l.id and not exists (select from assignment_end as e where e.assignment_id = a.id)
  group by l.id
  having count(a.id) > 1
    or (l.stage = 'assigned' and count(a.id) filter (where a.owner_id = l.owner_id and a.cycle = l.cycle) <> 1)
    or (l.stage <> 'assigned' and count(a.id) > 0)`;

const CHAINS = `
  select lead_id, table_row
  from (
    select e.lead_id, e.table_row, e.from_stage, e.from_owner_id, e.from_pool_id, e.to_stage, e.to_owner_id, e.to_pool_id,
      l.stage, l.owner_id, l.pool_id,
      row_number() over past as place,
      lead(e.id) over past as next_id,
      lag(e.to_stage) over past as left_stage,
      lag(e.to_owner_id) over past as left_owner_id,
      lag(e.to_pool_id) over past as left_pool_id
    from lifecycle_event as e
    join lead as l on l.id = e.lead_id
    window past as (partition by e.lead_id order by e.id)
  ) as steps
  where (place > 1 and (from_stage, from_owner_id, from_pool_id) is distinct from (left_stage, left_owner_id, left_pool_id))
    or (next_id is null and (to_stage, to_owner_id, to_pool_id) is distinct from (stage, owner_id, pool_id))`;

/** Lists and arrivals announce each event once, so a handler may leave one operation; and nobody is told the same twice. */
const TWICE = `
  select o.kind, o.cause_id::text as of, count(*) as times
  from operation as o
  join operation as cause on cause.id = o.cause_id and cause.source <> 'command'
  where o.actor_kind = 'system'
  group by o.kind, o.cause_id
  having count(*) > 1
  union all
  select 'told ' || n.kind, n.params ->> 'leadId', count(*)
  from notification as n
  join operation as o on o.id = n.operation_id
  where n.params ? 'leadId' and n.kind = 'lead.assigned' and o.kind = 'lead.capture'
  group by n.kind, n.person_id, n.params ->> 'leadId'
  having count(*) > 1`;

const LOST = `
  select 'clock' as what, l.id::text as which
  from lead as l
  join lead_clock as c on c.lead_id = l.id
  where l.stage = 'assigned' and c.due_at = 'infinity'
  union all
  select 'search', c.id::text
  from contact as c
  where not exists (select from search_entry as s where s.object = 'contact' and s.record_id = c.id)
  union all
  select 'job', t.identifier || ': ' || coalesce(j.last_error, 'not done')
  from graphile_worker._private_jobs as j
  join graphile_worker._private_tasks as t on t.id = j.task_id
  where j.attempts > 0 or j.run_at < now() - interval '1 minute'`;

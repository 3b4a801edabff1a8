-- The funnel, kept: one row for every lead that ever moved, so that a figure reads a lead once instead of sorting its moves.
create table funnel_lead (
  lead_id uuid primary key,
  began_at timestamptz(3) not null,
  lead_at timestamptz(3),
  mql_at timestamptz(3),
  sql_at timestamptz(3),
  opportunity_at timestamptz(3),
  won_at timestamptz(3),
  lead_from smallint,
  mql_from smallint,
  sql_from smallint,
  opportunity_from smallint,
  won_from smallint,
  owner_id uuid,
  pool_id uuid,
  campaign_id uuid,
  product_line_id uuid,
  source text collate "C"
);
comment on table funnel_lead is 'kind: derived. A lead as the funnel counts it: when its first cycle entered each step first, from which step (0: from nothing or from outside), and by what figures are chosen and split. Kept by triggers in the transaction of the move (R-CAMP-2).';
create index funnel_lead_began on funnel_lead (began_at);
create index funnel_lead_lead on funnel_lead (lead_at) where lead_at is not null;
create index funnel_lead_mql on funnel_lead (mql_at) where mql_at is not null;
create index funnel_lead_sql on funnel_lead (sql_at) where sql_at is not null;
create index funnel_lead_opportunity on funnel_lead (opportunity_at) where opportunity_at is not null;
create index funnel_lead_won on funnel_lead (won_at) where won_at is not null;

create table funnel_later_entry (
  lead_id uuid not null,
  cycle int not null,
  step smallint not null,
  at timestamptz(3) not null,
  primary key (lead_id, cycle, step)
);
comment on table funnel_later_entry is 'kind: derived. The first entry of a lead into a step in a later cycle, which the funnel shows beside its steps. Kept as funnel_lead is.';
create index funnel_later_entry_at on funnel_later_entry (at);

-- The number of a stage's step, so that "further" is ">"; outside is 0, and what is no stage of a lead none at all.
create function funnel_step(stage text) returns smallint
language sql immutable parallel safe
as $$
  select case stage
    when 'raw' then 1
    when 'nurturing' then 1
    when 'qualifying' then 1
    when 'mql' then 2
    when 'assigned' then 2
    when 'sql' then 3
    when 'converted' then 4
    when 'disqualified' then 0
  end::smallint
$$;

-- Every move of these leads as steps; an opportunity counts by its win alone, from the step opportunity to won.
create function funnel_moves(ids uuid[]) returns table (lead_id uuid, at timestamptz, id uuid, cycle int, from_step smallint, step smallint)
language sql stable
as $$
  select e.lead_id, e.occurred_at, e.id, e.cycle, coalesce(funnel_step(e.from_stage), 0::smallint), funnel_step(e.to_stage)
  from unnest(ids) as wanted (id)
  join published.lifecycle_event as e on e.lead_id = wanted.id
  where e.opportunity_id is null
  union all
  select sold.lead_id, e.occurred_at, e.id, e.cycle, 4::smallint, 5::smallint
  from unnest(ids) as wanted (id)
  join published.opportunity as sold on sold.lead_id = wanted.id
  join published.lifecycle_event as e on e.opportunity_id = sold.id
  where e.table_row = 'won'
$$;

-- What the rows of these leads have to be, from the ledger alone.
create function funnel_leads_of(ids uuid[]) returns setof funnel_lead
language sql stable
as $$
  with placed as (
    select
      lead_id,
      cycle,
      step,
      at,
      from_step,
      row_number() over (partition by lead_id, cycle, step order by at, id) as place
    from funnel_moves(ids)
  ),
  entered as (
    select
      lead_id,
      min(at) as began_at,
      max(at) filter (where cycle = 1 and step = 1 and place = 1) as lead_at,
      max(at) filter (where cycle = 1 and step = 2 and place = 1) as mql_at,
      max(at) filter (where cycle = 1 and step = 3 and place = 1) as sql_at,
      max(at) filter (where cycle = 1 and step = 4 and place = 1) as opportunity_at,
      max(at) filter (where cycle = 1 and step = 5 and place = 1) as won_at,
      max(from_step) filter (where cycle = 1 and step = 1 and place = 1) as lead_from,
      max(from_step) filter (where cycle = 1 and step = 2 and place = 1) as mql_from,
      max(from_step) filter (where cycle = 1 and step = 3 and place = 1) as sql_from,
      max(from_step) filter (where cycle = 1 and step = 4 and place = 1) as opportunity_from,
      max(from_step) filter (where cycle = 1 and step = 5 and place = 1) as won_from
    from placed
    group by lead_id
  )
  select
    entered.*,
    lead.owner_id,
    lead.pool_id,
    lead.campaign_id,
    lead.product_line_id,
    lead.source
  from entered
  join published.lead as lead on lead.id = entered.lead_id
$$;

create function funnel_later_entries_of(ids uuid[]) returns setof funnel_later_entry
language sql stable
as $$
  select distinct on (lead_id, cycle, step) lead_id, cycle, step, at::timestamptz(3)
  from funnel_moves(ids)
  where cycle > 1 and step > 0
  order by lead_id, cycle, step, at, id
$$;

-- Makes the rows of these leads what they have to be; `shrinks` when rows of the ledger have gone. The lock comes first and in
-- a statement of its own: of two transactions that move a lead and win its opportunity, the second computes from what the
-- first has committed. Plans are made once, for any number of leads, and look each one up: to plan for a hundred thousand ids
-- costs more than to read them, and a plan made while the tables were small would read the whole ledger for one lead later on.
create function funnel_refresh(ids uuid[], shrinks boolean) returns void
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  perform
  from funnel_lead
  where lead_id = any(ids)
  order by lead_id
  for update;
  if shrinks then
    delete from funnel_lead where lead_id = any(ids);
    delete from funnel_later_entry where lead_id = any(ids);
  end if;
  insert into funnel_later_entry
  select *
  from funnel_later_entries_of(ids)
  on conflict (lead_id, cycle, step) do update
    set at = excluded.at
    where funnel_later_entry.at <> excluded.at;
  insert into funnel_lead
  select *
  from funnel_leads_of(ids)
  order by lead_id
  on conflict (lead_id) do update
    set began_at = excluded.began_at,
        lead_at = excluded.lead_at,
        mql_at = excluded.mql_at,
        sql_at = excluded.sql_at,
        opportunity_at = excluded.opportunity_at,
        won_at = excluded.won_at,
        lead_from = excluded.lead_from,
        mql_from = excluded.mql_from,
        sql_from = excluded.sql_from,
        opportunity_from = excluded.opportunity_from,
        won_from = excluded.won_from,
        owner_id = excluded.owner_id,
        pool_id = excluded.pool_id,
        campaign_id = excluded.campaign_id,
        product_line_id = excluded.product_line_id,
        source = excluded.source
    where funnel_lead is distinct from excluded;
end
$$;

-- The leads that rows of the ledger speak of, as far as the funnel counts them.
create function funnel_follows_events() returns trigger
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  ids uuid[];
begin
  select array_agg(lead_id order by lead_id)
  into ids
  from (
    select lead_id from moved where lead_id is not null and opportunity_id is null
    union
    select sold.lead_id
    from moved
    join published.opportunity as sold on sold.id = moved.opportunity_id
    where moved.table_row = 'won' and sold.lead_id is not null
  ) as touched;
  if ids is not null then
    perform funnel_refresh(ids, tg_op <> 'INSERT');
  end if;
  return null;
end
$$;
create trigger funnel_events_come after insert on lifecycle_event referencing new table as moved for each statement execute function funnel_follows_events();
create trigger funnel_events_go after delete on lifecycle_event referencing old table as moved for each statement execute function funnel_follows_events();
create trigger funnel_events_leave after update on lifecycle_event referencing old table as moved for each statement execute function funnel_follows_events();
create trigger funnel_events_arrive after update on lifecycle_event referencing new table as moved for each statement execute function funnel_follows_events();

-- What a win belongs to can be put back or given another lead after its row of the ledger.
create function funnel_follows_opportunities() returns trigger
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  ids uuid[];
begin
  select array_agg(distinct c.lead_id)
  into ids
  from changed as c
  where c.lead_id is not null
    and exists (select from published.lifecycle_event as e where e.opportunity_id = c.id and e.table_row = 'won');
  if ids is not null then
    perform funnel_refresh(ids, tg_op = 'DELETE');
  end if;
  return null;
end
$$;
create trigger funnel_opportunities_come after insert on opportunity referencing new table as changed for each statement execute function funnel_follows_opportunities();
create trigger funnel_opportunities_go after delete on opportunity referencing old table as changed for each statement execute function funnel_follows_opportunities();

create function funnel_follows_links() returns trigger
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  ids uuid[];
begin
  select array_agg(distinct lead.id)
  into ids
  from past as b
  join present as p on p.id = b.id and p.lead_id is distinct from b.lead_id
  cross join lateral (values (b.lead_id), (p.lead_id)) as lead (id)
  where lead.id is not null;
  if ids is not null then
    perform funnel_refresh(ids, true);
  end if;
  return null;
end
$$;
create trigger funnel_opportunities_change after update on opportunity referencing old table as past new table as present for each statement execute function funnel_follows_links();

-- A lead that comes back after its rows of the ledger has its place again.
create function funnel_follows_new_leads() returns trigger
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  ids uuid[];
begin
  select array_agg(c.id)
  into ids
  from come as c
  where exists (select from published.lifecycle_event as e where e.lead_id = c.id);
  if ids is not null then
    perform funnel_refresh(ids, false);
  end if;
  return null;
end
$$;
create trigger funnel_leads_come after insert on lead referencing new table as come for each statement execute function funnel_follows_new_leads();

create function funnel_follows_leads() returns trigger
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  update funnel_lead as f
  set owner_id = p.owner_id,
      pool_id = p.pool_id,
      campaign_id = p.campaign_id,
      product_line_id = p.product_line_id,
      source = p.source
  from present as p
  where f.lead_id = p.id
    and (f.owner_id, f.pool_id, f.campaign_id, f.product_line_id, f.source)
      is distinct from (p.owner_id, p.pool_id, p.campaign_id, p.product_line_id, p.source);
  return null;
end
$$;
create trigger funnel_leads_change after update on lead referencing new table as present for each statement execute function funnel_follows_leads();

select funnel_refresh(array(select id from lead order by id), false);

-- Leads: episodes of interest, who holds them, and the ledger of the one lifecycle.

create table pool (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  kind text collate "C" not null check (kind in ('sdr', 'nurture', 'triage', 'public', 'invalid')),
  team_id uuid references team (id) deferrable initially immediate,
  unique (id, kind),
  check ((kind = 'public') = (team_id is not null))
);
comment on table pool is 'kind: business, remains. Where a lead without an owner waits. Only public pools (公海) are split, by team.';
create unique index pool_kind on pool (kind, team_id) nulls not distinct;
create index pool_operation on pool using brin (operation_id);
-- Rights are resolved from pools too, and every process keeps them in memory with the people.
create trigger people_changed after insert or update or delete on pool for each statement execute function people_changed();

create table lead (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  home_contact_id uuid not null,
  account_id uuid references account (id) on delete restrict deferrable initially immediate,
  product_line_id uuid references product_line (id) deferrable initially immediate,
  campaign_id uuid references campaign (id) deferrable initially immediate,
  stage text collate "C" not null check (stage in ('raw', 'nurturing', 'qualifying', 'mql', 'assigned', 'sql', 'converted', 'disqualified')),
  owner_id uuid references person (id) deferrable initially immediate,
  pool_id uuid references pool (id) deferrable initially immediate,
  pool_kind text collate "C",
  cycle int not null default 1 check (cycle >= 1),
  nurture_group text collate "C" check (nurture_group in ('warm', 'cold', 'hold')),
  parked_until timestamptz(3),
  reason text collate "C",
  source text collate "C",
  self_sourced boolean not null default false,
  history boolean not null default false,
  captured_at timestamptz(3) not null,
  merged_into_id uuid references lead (id) deferrable initially immediate,
  note text,
  home_account_id uuid,
  constraint lead_one_holder check (num_nonnulls(owner_id, pool_id) = 1),
  constraint lead_pool_is_named check (num_nonnulls(pool_id, pool_kind) <> 1),
  constraint lead_holder_fits_stage check (
    case stage
      when 'raw' then pool_kind in ('sdr', 'public')
      when 'nurturing' then pool_kind = 'nurture'
      when 'qualifying' then owner_id is not null or pool_kind = 'sdr'
      when 'mql' then pool_kind in ('triage', 'public')
      when 'disqualified' then pool_kind = 'invalid'
      else owner_id is not null
    end is true
  ),
  constraint lead_group_is_nurturing check (nurture_group is null or stage = 'nurturing'),
  constraint lead_parked_is_nurturing check (parked_until is null or stage = 'nurturing'),
  constraint lead_out_has_reason check (stage <> 'disqualified' or reason is not null),
  foreign key (pool_id, pool_kind) references pool (id, kind) deferrable initially immediate,
  constraint lead_account_has_home check (num_nonnulls(account_id, home_account_id) <> 1)
);
comment on table lead is 'kind: business, together stage/owner_id/pool_id/pool_kind/cycle/nurture_group/parked_until/reason. One episode of interest by a contact in a product line. Exactly one stage and one holder (R-LEAD-1); moved by moveLeads alone.';
create unique index lead_open on lead (contact_id, product_line_id) nulls not distinct where stage not in ('converted', 'disqualified');
create index lead_contact on lead (contact_id);
create index lead_home on lead (home_contact_id);
create index lead_account on lead (account_id) where account_id is not null;
create index lead_away_account on lead (home_account_id) where home_account_id <> account_id;
create index lead_owner on lead (owner_id, captured_at desc, id desc, stage) where owner_id is not null;
create index lead_pool on lead (pool_id, captured_at desc, id desc) where pool_id is not null;
create index lead_stage on lead (stage, captured_at desc, id desc);
create index lead_source on lead (lower(normalize(source, nfkc)), captured_at desc, id desc);
create index lead_newest on lead (captured_at desc, id desc) include (contact_id);
create index lead_campaign on lead (campaign_id, captured_at desc, id desc) where campaign_id is not null;
create index lead_line on lead (product_line_id, captured_at desc, id desc);
create index lead_merged on lead (merged_into_id) where merged_into_id is not null;
create index lead_operation on lead using brin (operation_id);
create trigger lead_account_home before insert or update of account_id on lead for each row
when (new.home_account_id is null and new.account_id is not null) execute function account_home_begins();

create table lead_clock (
  lead_id uuid primary key,
  due_at timestamptz(3) not null default 'infinity'
);
comment on table lead_clock is 'kind: derived. By when the owner of an assigned lead must answer. A row for every lead, kept by the triggers of lead, so that lists sort by it along one index; infinity while nobody is asked or nobody has computed it.';
create index lead_clock_due on lead_clock (due_at, lead_id);

create function lead_clock_opens() returns trigger
language plpgsql as $$
begin
  insert into lead_clock (lead_id)
  select id
  from opened;
  return null;
end
$$;
create trigger lead_clock_opens after insert on lead referencing new table as opened for each statement execute function lead_clock_opens();

create function lead_clock_stops() returns trigger
language plpgsql as $$
begin
  update lead_clock as c
  set due_at = 'infinity'
  from present as p
  join past as b on b.id = p.id
  where c.lead_id = p.id
    and c.due_at <> 'infinity'
    and (p.stage <> b.stage or p.owner_id is distinct from b.owner_id or p.cycle <> b.cycle);
  return null;
end
$$;
create trigger lead_clock_stops after update on lead referencing old table as past new table as present for each statement execute function lead_clock_stops();

create function lead_clock_goes() returns trigger
language plpgsql as $$
begin
  delete from lead_clock
  where lead_id in (select id from gone);
  return null;
end
$$;
create trigger lead_clock_goes after delete on lead referencing old table as gone for each statement execute function lead_clock_goes();

create table lifecycle_event (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  lead_id uuid references lead (id) on delete restrict deferrable initially immediate,
  opportunity_id uuid,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  cycle int not null check (cycle >= 1),
  table_row text collate "C" not null,
  from_stage text collate "C",
  to_stage text collate "C" not null,
  from_owner_id uuid references person (id) deferrable initially immediate,
  from_pool_id uuid references pool (id) deferrable initially immediate,
  to_owner_id uuid references person (id) deferrable initially immediate,
  to_pool_id uuid references pool (id) deferrable initially immediate,
  actor_kind text collate "C" not null check (actor_kind in ('person', 'rule', 'system')),
  actor_id uuid,
  reason text collate "C",
  details jsonb not null default '{}',
  check (num_nonnulls(lead_id, opportunity_id) >= 1)
);
comment on table lifecycle_event is 'kind: business, part of lead_id with stage/owner_id/pool_id/cycle. Every move of a lead or opportunity, forward, back or out; figures come from here and nowhere else. Never updated by a use case.';
create index lifecycle_event_lead on lifecycle_event (lead_id, occurred_at, id);
create index lifecycle_event_opportunity on lifecycle_event (opportunity_id, occurred_at, id) where opportunity_id is not null;
create index lifecycle_event_to on lifecycle_event (to_stage, occurred_at);
create index lifecycle_event_rule on lifecycle_event (((details ->> 'ruleId')::uuid), occurred_at desc) where to_owner_id is null and details ? 'ruleId';
create index lifecycle_event_operation on lifecycle_event using brin (operation_id);

create table assignment (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  lead_id uuid not null references lead (id) on delete restrict deferrable initially immediate,
  cycle int not null,
  owner_id uuid not null references person (id) deferrable initially immediate,
  assigned_at timestamptz(3) not null,
  rule_id uuid,
  team_id uuid references team (id) deferrable initially immediate,
  explanation jsonb not null default '{}',
  uses_turn boolean not null default true
);
comment on table assignment is 'kind: business, part of lead_id with stage/owner_id/pool_id/cycle. A lead was asked of a rep: when, by which rule (no reference: rules come and go), why. Rotation is derived from these rows.';
create index assignment_lead on assignment (lead_id, assigned_at, id);
create index assignment_owner on assignment (owner_id, assigned_at desc, id desc);
create index assignment_team on assignment (team_id, owner_id, assigned_at desc) where uses_turn;
create index assignment_rule on assignment (rule_id, assigned_at desc) where rule_id is not null;
create index assignment_operation on assignment using brin (operation_id);

create table assignment_end (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  assignment_id uuid not null unique references assignment (id) on delete restrict deferrable initially immediate,
  at timestamptz(3) not null,
  outcome text collate "C" not null check (outcome in ('accepted', 'rejected', 'timed_out', 'reassigned', 'withdrawn')),
  reason text collate "C",
  note text,
  bounce boolean not null default false,
  turn_back boolean not null default false
);
comment on table assignment_end is 'kind: business, part of assignment_id. How an assignment ended. A bounce ended without acceptance by wrong_match or by the clock (R-LEAD-4).';
create index assignment_end_operation on assignment_end using brin (operation_id);

create table assignment_breach (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  assignment_id uuid not null unique references assignment (id) on delete restrict deferrable initially immediate,
  at timestamptz(3) not null
);
comment on table assignment_breach is 'kind: business, part of assignment_id. The first-response clock of an assignment ran out; recorded once (row 9).';
create index assignment_breach_operation on assignment_breach using brin (operation_id);

create view published.pool as
select
  id,
  kind,
  team_id
from pool;
comment on view published.pool is 'Pools, for the statements of other capabilities.';

create view published.lead as
select
  id,
  contact_id,
  account_id,
  product_line_id,
  campaign_id,
  stage,
  owner_id,
  pool_id,
  pool_kind,
  cycle,
  nurture_group,
  parked_until,
  reason,
  source,
  self_sourced,
  history,
  captured_at,
  merged_into_id,
  home_account_id
from lead;
comment on view published.lead is 'Leads, for the statements of other capabilities.';

create view published.lifecycle_event as
select
  id,
  lead_id,
  opportunity_id,
  occurred_at,
  recorded_at,
  cycle,
  table_row,
  from_stage,
  to_stage,
  from_owner_id,
  from_pool_id,
  to_owner_id,
  to_pool_id,
  actor_kind,
  actor_id,
  reason,
  (details ->> 'ruleId')::uuid as rule_id,
  details -> 'explanation' as explanation,
  (details ->> 'otherRecordId')::uuid as other_contact_id
from lifecycle_event;
comment on view published.lifecycle_event is 'The one lifecycle, for figures.';

create view published.assignment as
select
  a.id,
  a.lead_id,
  a.cycle,
  a.owner_id,
  a.assigned_at,
  a.rule_id,
  a.team_id,
  a.explanation,
  a.uses_turn,
  e.at as ended_at,
  e.outcome,
  e.reason,
  e.bounce,
  coalesce(e.turn_back, false) as turn_back,
  b.at as breached_at
from assignment as a
left join assignment_end as e on e.assignment_id = a.id
left join assignment_breach as b on b.assignment_id = a.id;
comment on view published.assignment is 'Assignments with how they ended, for routing, clocks and figures.';

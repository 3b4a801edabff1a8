-- Leads: episodes of interest, who holds them, and the ledger of the one lifecycle.

create table pool (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  kind text collate "C" not null check (kind in ('sdr', 'nurture', 'triage', 'public', 'invalid')),
  team_id uuid references team (id) deferrable initially immediate,
  unique (id, kind),
  check ((kind = 'public') = (team_id is not null))
);
comment on table pool is 'kind: business. Where a lead without an owner waits. Only public pools (公海) are split, by team.';
create unique index pool_kind on pool (kind, team_id) nulls not distinct;
create index pool_operation on pool using brin (operation_id);
-- Rights are resolved from pools too, and every process keeps them in memory with the people.
create trigger people_changed after insert or update or delete on pool for each statement execute function people_changed();

create table lead (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  contact_id uuid not null references contact (id) deferrable initially immediate,
  home_contact_id uuid not null references contact (id) deferrable initially immediate,
  account_id uuid references account (id) deferrable initially immediate,
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
  foreign key (pool_id, pool_kind) references pool (id, kind) deferrable initially immediate
);
comment on table lead is 'kind: business. One episode of interest by a contact in a product line. Exactly one stage and one holder (R-LEAD-1); moved by moveLeads alone.';
create unique index lead_open on lead (contact_id, product_line_id) nulls not distinct where stage not in ('converted', 'disqualified');
create index lead_contact on lead (contact_id);
create index lead_home on lead (home_contact_id);
create index lead_account on lead (account_id) where account_id is not null;
create index lead_owner on lead (owner_id, captured_at desc, id desc) where owner_id is not null;
create index lead_pool on lead (pool_id, captured_at desc, id desc) where pool_id is not null;
create index lead_stage on lead (stage, captured_at desc, id desc);
create index lead_newest on lead (captured_at desc, id desc);
create index lead_campaign on lead (campaign_id, captured_at desc, id desc) where campaign_id is not null;
create index lead_line on lead (product_line_id, captured_at desc, id desc);
create index lead_merged on lead (merged_into_id) where merged_into_id is not null;
create index lead_operation on lead using brin (operation_id);

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
  lead_id uuid references lead (id) deferrable initially immediate,
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
create index lifecycle_event_operation on lifecycle_event using brin (operation_id);

create table assignment (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  lead_id uuid not null references lead (id) deferrable initially immediate,
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
  assignment_id uuid not null unique references assignment (id) deferrable initially immediate,
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
  assignment_id uuid not null unique references assignment (id) deferrable initially immediate,
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
  merged_into_id
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
  reason
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
-- The lead standard: the versioned agreement on what a qualified lead is, signed by marketing and by sales.

create table lead_standard (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  version int not null unique deferrable initially immediate,
  content jsonb not null,
  note text,
  based_on_id uuid references lead_standard (id) deferrable initially immediate,
  state text collate "C" not null default 'draft' check (state in ('draft', 'in_force', 'superseded')),
  in_force_from timestamptz(3),
  superseded_at timestamptz(3),
  check ((state = 'draft') = (in_force_from is null)),
  check ((state = 'superseded') = (superseded_at is not null))
);
comment on table lead_standard is 'kind: business. Versions of the standard. One is in force; it got there by two signatures of two people (R-STD-2), which the database checks.';
create unique index lead_standard_in_force on lead_standard ((true)) where state = 'in_force';
create index lead_standard_based_on on lead_standard (based_on_id) where based_on_id is not null;
create index lead_standard_operation on lead_standard using brin (operation_id);

create table standard_signature (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  standard_id uuid not null references lead_standard (id) deferrable initially immediate,
  side text collate "C" not null check (side in ('marketing', 'sales')),
  person_id uuid not null references person (id) deferrable initially immediate,
  signed_at timestamptz(3) not null,
  content_hash text collate "C" not null,
  unique (standard_id, side),
  unique (standard_id, person_id)
);
comment on table standard_signature is 'kind: business, part of standard_id. Who signed which content for which side; one person signs for one side only.';
create index standard_signature_person on standard_signature (person_id);
create index standard_signature_operation on standard_signature using brin (operation_id);

-- What a signature speaks of: jsonb has one text for one value, whatever the order of the keys it came with.
create function standard_content_hash(content jsonb) returns text
language sql immutable parallel safe
as $$ select encode(sha256(convert_to(content::text, 'UTF8')), 'hex') $$;

create function lead_standard_guard() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'standard % must begin as a draft', new.version using errcode = 'TZ020';
    end if;
    return null;
  end if;
  if new.content is distinct from old.content
     and (old.state <> 'draft' or exists (select from standard_signature where standard_id = new.id)) then
    raise exception 'standard % is signed; make a new draft', new.version using errcode = 'TZ021';
  end if;
  if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'in_force'), ('in_force', 'in_force'), ('in_force', 'superseded'), ('superseded', 'superseded')) then
    raise exception 'standard % cannot go from % to %', new.version, old.state, new.state using errcode = 'TZ020';
  end if;
  if new.state <> 'draft' and (
    select count(*)
    from standard_signature
    where standard_id = new.id and content_hash = standard_content_hash(new.content)
  ) <> 2 then
    raise exception 'standard % cannot take force: it needs a signature of marketing and one of sales', new.version using errcode = 'TZ020';
  end if;
  return null;
end
$$;
create constraint trigger lead_standard_is_signed after insert or update on lead_standard
deferrable initially immediate for each row execute function lead_standard_guard();

create function lead_standard_keep() returns trigger
language plpgsql as $$
begin
  if old.state <> 'draft' then
    raise exception 'standard % was in force and stays', old.version using errcode = 'TZ020';
  end if;
  return old;
end
$$;
create trigger lead_standard_stays before delete on lead_standard
for each row execute function lead_standard_keep();

create function standard_signature_guard() returns trigger
language plpgsql as $$
declare
  signed lead_standard;
begin
  select * into signed from lead_standard where id = coalesce(new.standard_id, old.standard_id) for update;
  if signed.state <> 'draft' then
    raise exception 'standard % takes no more signatures and gives none back', signed.version using errcode = 'TZ022';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if tg_op = 'UPDATE' then
    raise exception 'a signature is never changed' using errcode = 'TZ022';
  end if;
  if new.content_hash <> standard_content_hash(signed.content) then
    raise exception 'standard % is not what was signed', signed.version using errcode = 'TZ022';
  end if;
  return new;
end
$$;
create trigger standard_signature_is_true before insert or update or delete on standard_signature
for each row execute function standard_signature_guard();

create table judgement (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  lead_id uuid not null references lead (id) deferrable initially immediate,
  standard_id uuid not null references lead_standard (id) deferrable initially immediate,
  judged_at timestamptz(3) not null,
  fit int not null,
  engagement int not null,
  fit_grade text collate "C" not null check (fit_grade in ('A', 'B', 'C', 'D')),
  engagement_grade int not null check (engagement_grade between 1 and 4),
  destination text collate "C" not null check (destination in ('mql', 'qualify', 'nurture', 'hold')),
  trigger text collate "C" not null
);
comment on table judgement is 'kind: business, part of lead_id with stage/owner_id/pool_id/cycle. A lead was judged by a version of the standard, and what its cell said; written when the cell or the version is new. Never updated.';
comment on column judgement.engagement is 'Tenths of a point (R-SCORE-2).';
create index judgement_lead on judgement (lead_id, judged_at desc, id desc);
create index judgement_standard on judgement (standard_id, judged_at);
create index judgement_operation on judgement using brin (operation_id);

create table lead_score (
  lead_id uuid primary key,
  standard_id uuid not null,
  fit int not null,
  engagement int not null,
  fit_grade text collate "C" not null,
  engagement_grade int not null,
  cell text collate "C" not null,
  destination text collate "C" not null,
  next_change_at timestamptz(3),
  scored_at timestamptz(3) not null,
  scored_by uuid not null
);
comment on table lead_score is 'kind: derived. The current score of a lead by the standard in force; rebuilt from touches, facts and the standard. next_change_at: the earliest moment one of its touches steps down. scored_by: the operation that computed it.';
create index lead_score_next_change on lead_score (next_change_at) where next_change_at is not null;
create index lead_score_scored_by on lead_score (scored_by);
create index lead_score_heat on lead_score (engagement desc, lead_id);
create index lead_score_cell on lead_score (cell, engagement desc, lead_id);

create view published.lead_score as
select
  lead_id,
  standard_id,
  fit,
  engagement,
  fit_grade,
  engagement_grade,
  cell,
  destination,
  next_change_at,
  scored_by
from lead_score;
comment on view published.lead_score is 'Current scores, for lists and conditions.';

create view published.judgement as
select
  id,
  lead_id,
  standard_id,
  judged_at,
  fit,
  engagement,
  fit_grade,
  engagement_grade,
  destination
from judgement;
comment on view published.judgement is 'Judgements, for figures and timelines.';

create view published.lead_standard as
select
  id,
  version,
  state,
  in_force_from,
  superseded_at
from lead_standard;
comment on view published.lead_standard is 'Versions of the standard without their content.';

create view published.reject_reason as
select
  r.code,
  r.name,
  r.effect,
  r.wakes
from lead_standard
cross join lateral jsonb_to_recordset(content -> 'rejectReasons') as r (code text, name text, effect text, wakes boolean)
where state = 'in_force';
comment on view published.reject_reason is 'Reasons to reject or give back a lead and what each does, by the standard in force.';
-- Routing: who gets which lead, how, and why.

create table routing_rule (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  name text not null,
  position int not null,
  enabled boolean not null default true,
  conditions jsonb not null default '{"combinator": "and", "rules": []}',
  target text collate "C" not null check (target in ('user', 'team', 'sdr', 'nurture')),
  target_person_id uuid references person (id) deferrable initially immediate,
  target_team_id uuid references team (id) deferrable initially immediate,
  method text collate "C" not null default 'round_robin' check (method in ('round_robin', 'weighted', 'least_loaded', 'best_closer')),
  weights jsonb not null default '{}',
  max_in_hand int check (max_in_hand > 0),
  max_per_day int check (max_per_day > 0),
  otherwise text collate "C" not null default 'next_rule' check (otherwise in ('next_rule', 'triage')),
  fallback boolean not null default false,
  constraint routing_rule_target check (
    (target = 'user') = (target_person_id is not null) and (target = 'team') = (target_team_id is not null)
  ),
  constraint routing_rule_position unique (position) deferrable initially immediate
);
comment on table routing_rule is 'kind: business. Ordered rules; the first that matches decides. The fallback has no conditions and comes last. Limits are for one person, leads in hand and leads a day, by this rule; otherwise: what happens when nobody of the target can take the lead.';
create unique index routing_rule_fallback on routing_rule ((true)) where fallback;
create index routing_rule_person on routing_rule (target_person_id) where target_person_id is not null;
create index routing_rule_team on routing_rule (target_team_id) where target_team_id is not null;
create index routing_rule_operation on routing_rule using brin (operation_id);

create table routing_member (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  person_id uuid not null unique references person (id) deferrable initially immediate,
  takes_leads boolean not null default true,
  capacity int check (capacity >= 0)
);
comment on table routing_member is 'kind: business, part of person_id. Whether a person takes leads from the rules, and how many he has in hand at most; no row: who has the role rep takes them, without limit.';
create index routing_member_operation on routing_member using brin (operation_id);

create view published.routing_rule as
select
  id,
  name,
  position,
  enabled,
  target,
  fallback
from routing_rule;
comment on view published.routing_rule is 'Names of rules, for explanations on records.';
-- Opportunities: possible sales, by types whose stages are data.

create table opportunity_type (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  code text collate "C" not null unique,
  name text not null,
  weight text collate "C" not null check (weight in ('pipeline', 'brief', 'tag')),
  active boolean not null default true
);
comment on table opportunity_type is 'kind: business. How heavy an opportunity is kept: pipeline with stages, a brief, or a tag (R-OPP-1).';
create index opportunity_type_operation on opportunity_type using brin (operation_id);

create table opportunity_stage (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  type_id uuid not null references opportunity_type (id) deferrable initially immediate,
  position int not null,
  name text not null,
  probability int not null check (probability between 0 and 100),
  required_fields text[] not null default '{}',
  required_evidence text[] not null default '{}',
  usual_days int check (usual_days > 0),
  unique (id, type_id),
  constraint opportunity_stage_position unique (type_id, position) deferrable initially immediate
);
comment on table opportunity_stage is 'kind: business, part of type_id. The stages of a type, in order, with the few fields and the evidence that entering them demands (R-OPP-2).';
create index opportunity_stage_operation on opportunity_stage using brin (operation_id);

create table opportunity (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  name text not null,
  name_sort text collate "C" not null,
  type_id uuid not null references opportunity_type (id) deferrable initially immediate,
  stage_id uuid references opportunity_stage (id) deferrable initially immediate,
  account_id uuid not null references account (id) deferrable initially immediate,
  lead_id uuid references lead (id) deferrable initially immediate,
  product_line_id uuid references product_line (id) deferrable initially immediate,
  owner_id uuid not null references person (id) deferrable initially immediate,
  amount bigint check (amount >= 0),
  currency text collate "C" not null default 'CNY' check (currency ~ '^[A-Z]{3}$'),
  expected_close_on date,
  opened_at timestamptz(3) not null,
  outcome text collate "C" check (outcome in ('won', 'lost')),
  closed_at timestamptz(3),
  lose_reason text collate "C",
  lose_note text,
  next_step text,
  next_step_on date,
  history boolean not null default false,
  foreign key (stage_id, type_id) references opportunity_stage (id, type_id) deferrable initially immediate,
  constraint opportunity_closed_is_dated check (num_nonnulls(outcome, closed_at) <> 1),
  constraint opportunity_won_has_amount check (outcome is distinct from 'won' or amount is not null),
  constraint opportunity_lost_has_reason check ((outcome = 'lost') is not true or lose_reason is not null)
);
comment on table opportunity is 'kind: business. A possible sale of a type; its owner follows the account (R-ACC-1).';
create index opportunity_account on opportunity (account_id);
create unique index opportunity_lead on opportunity (lead_id) where lead_id is not null and outcome is distinct from 'lost';
create index opportunity_lead_any on opportunity (lead_id) where lead_id is not null;
create index opportunity_owner on opportunity (owner_id, opened_at desc, id desc);
create index opportunity_stage_of on opportunity (stage_id, opened_at desc, id desc);
create index opportunity_newest on opportunity (opened_at desc, id desc);
create index opportunity_closed on opportunity (outcome, closed_at) where outcome is not null;
create index opportunity_line on opportunity (product_line_id);
create index opportunity_operation on opportunity using brin (operation_id);

create table opportunity_contact (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  opportunity_id uuid not null references opportunity (id) deferrable initially immediate,
  contact_id uuid not null references contact (id) deferrable initially immediate,
  home_contact_id uuid not null references contact (id) deferrable initially immediate,
  role text collate "C" not null default 'participant' check (role in ('decision_maker', 'approver', 'champion', 'user', 'influencer', 'participant')),
  unique (opportunity_id, contact_id)
);
comment on table opportunity_contact is 'kind: business, part of opportunity_id. Who on the customer side takes part in an opportunity; their touches are credited.';
create index opportunity_contact_contact on opportunity_contact (contact_id);
create index opportunity_contact_home on opportunity_contact (home_contact_id);
create index opportunity_contact_operation on opportunity_contact using brin (operation_id);

alter table lifecycle_event
add constraint lifecycle_event_opportunity_id_fkey foreign key (opportunity_id) references opportunity (id) deferrable initially immediate;
comment on table lifecycle_event is 'kind: business, part of lead_id with stage/owner_id/pool_id/cycle, part of opportunity_id with stage_id/outcome. Every move of a lead or opportunity, forward, back or out; figures come from here and nowhere else. Never updated by a use case.';

create view published.opportunity as
select
  id,
  name,
  name_sort,
  type_id,
  stage_id,
  account_id,
  lead_id,
  product_line_id,
  owner_id,
  amount,
  currency,
  expected_close_on,
  opened_at,
  outcome,
  closed_at,
  lose_reason,
  history
from opportunity;
comment on view published.opportunity is 'Opportunities, for the statements of other capabilities.';

create view published.opportunity_contact as
select
  opportunity_id,
  contact_id,
  role
from opportunity_contact;
comment on view published.opportunity_contact is 'People on opportunities, for credit and timelines.';

-- Shipped pools. The public one of a team is made with the team.
insert into pool (id, kind)
values
  (gen_random_uuid(), 'sdr'),
  (gen_random_uuid(), 'nurture'),
  (gen_random_uuid(), 'triage'),
  (gen_random_uuid(), 'invalid');

-- Opportunities: possible sales, by types whose stages are data.

create table opportunity_type (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  code text collate "C" not null unique,
  name text not null,
  weight text collate "C" not null check (weight in ('pipeline', 'brief', 'tag')),
  active boolean not null default true
);
comment on table opportunity_type is 'kind: business, remains. How heavy an opportunity is kept: pipeline with stages, a brief, or a tag (R-OPP-1).';
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
comment on table opportunity_stage is 'kind: business, part of type_id, remains. The stages of a type, in order, with the few fields and the evidence that entering them demands (R-OPP-2).';
create index opportunity_stage_operation on opportunity_stage using brin (operation_id);

create table opportunity (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  name text not null,
  name_sort text collate "C" not null,
  type_id uuid not null references opportunity_type (id) deferrable initially immediate,
  stage_id uuid references opportunity_stage (id) deferrable initially immediate,
  account_id uuid not null references account (id) on delete restrict deferrable initially immediate,
  lead_id uuid references lead (id) on delete restrict deferrable initially immediate,
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
  home_account_id uuid not null,
  foreign key (stage_id, type_id) references opportunity_stage (id, type_id) deferrable initially immediate,
  constraint opportunity_closed_is_dated check (num_nonnulls(outcome, closed_at) <> 1),
  constraint opportunity_won_has_amount check (outcome is distinct from 'won' or amount is not null),
  constraint opportunity_lost_has_reason check ((outcome = 'lost') is not true or lose_reason is not null)
);
comment on table opportunity is 'kind: business. A possible sale of a type; its owner follows the account (R-ACC-1).';
create index opportunity_account on opportunity (account_id);
create index opportunity_away_account on opportunity (home_account_id) where home_account_id <> account_id;
create unique index opportunity_lead on opportunity (lead_id) where lead_id is not null and outcome is distinct from 'lost';
create index opportunity_lead_any on opportunity (lead_id) where lead_id is not null;
create index opportunity_owner on opportunity (owner_id, opened_at desc, id desc);
create index opportunity_stage_of on opportunity (stage_id, opened_at desc, id desc);
create index opportunity_newest on opportunity (opened_at desc, id desc);
create index opportunity_closed on opportunity (outcome, closed_at) where outcome is not null;
create index opportunity_line on opportunity (product_line_id);
create index opportunity_operation on opportunity using brin (operation_id);
create trigger opportunity_account_home before insert or update of account_id on opportunity for each row
when (new.home_account_id is null and new.account_id is not null) execute function account_home_begins();

create table opportunity_contact (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  opportunity_id uuid not null references opportunity (id) on delete restrict deferrable initially immediate,
  contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  home_contact_id uuid not null,
  role text collate "C" not null default 'participant' check (role in ('decision_maker', 'approver', 'champion', 'user', 'influencer', 'participant')),
  unique (opportunity_id, contact_id)
);
comment on table opportunity_contact is 'kind: business, part of opportunity_id. Who on the customer side takes part in an opportunity; their touches are credited.';
create index opportunity_contact_contact on opportunity_contact (contact_id);
create index opportunity_contact_home on opportunity_contact (home_contact_id);
create index opportunity_contact_operation on opportunity_contact using brin (operation_id);

alter table lifecycle_event
add constraint lifecycle_event_opportunity_id_fkey foreign key (opportunity_id) references opportunity (id) on delete restrict deferrable initially immediate;
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
  history,
  next_step,
  next_step_on,
  home_account_id
from opportunity;
comment on view published.opportunity is 'Opportunities, for the statements of other capabilities.';

create view published.opportunity_contact as
select
  opportunity_id,
  contact_id,
  role
from opportunity_contact;
comment on view published.opportunity_contact is 'People on opportunities, for credit and timelines.';

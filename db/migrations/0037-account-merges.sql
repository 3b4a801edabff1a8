-- Companies that turn out to be one are merged, and can be taken apart at any later time, as contacts are.

create table account_merge (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  survivor_id uuid not null references account (id) on delete restrict deferrable initially immediate,
  merged_id uuid not null references account (id) on delete restrict deferrable initially immediate,
  at timestamptz(3) not null,
  taken jsonb not null,
  met jsonb not null,
  check (survivor_id <> merged_id)
);
comment on table account_merge is 'kind: business. One edge of the tree of accounts: who goes on as whom from when on, which values the survivor took from the other side (before and after), and which accounts came to stand under it. Never updated.';
create index account_merge_survivor on account_merge (survivor_id);
create index account_merge_merged on account_merge (merged_id);
create index account_merge_operation on account_merge using brin (operation_id);

create table account_merge_end (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  merge_id uuid not null unique references account_merge (id) on delete restrict deferrable initially immediate,
  at timestamptz(3) not null
);
comment on table account_merge_end is 'kind: business, part of merge_id. When a merge was taken back: the two are two again.';
create index account_merge_end_operation on account_merge_end using brin (operation_id);

create function account_home_begins() returns trigger
language plpgsql as $$
begin
  new.home_account_id = new.account_id;
  return new;
end
$$;
comment on function account_home_begins is 'The first account of a row is its home (R-ID-7). Homes have no foreign key: an account that is one was merged into another, and account_merge keeps it.';

-- What stood with an account until now has its home there. Written by a change of type, which writes the table once and no
-- image of any row: a column that nobody could have changed before has nothing that anybody could go back to.
alter table lead add column home_account_id uuid;
alter table lead alter column home_account_id type uuid using account_id;
alter table lead add constraint lead_account_has_home check (num_nonnulls(account_id, home_account_id) <> 1);
create index lead_away_account on lead (home_account_id) where home_account_id <> account_id;
create trigger lead_account_home before insert or update of account_id on lead for each row
when (new.home_account_id is null and new.account_id is not null) execute function account_home_begins();

alter table opportunity add column home_account_id uuid;
alter table opportunity alter column home_account_id type uuid using account_id;
alter table opportunity alter column home_account_id set not null;
create index opportunity_away_account on opportunity (home_account_id) where home_account_id <> account_id;
create trigger opportunity_account_home before insert or update of account_id on opportunity for each row
when (new.home_account_id is null and new.account_id is not null) execute function account_home_begins();

alter table activity add column home_account_id uuid;
alter table activity alter column home_account_id type uuid using account_id;
alter table activity add constraint activity_account_has_home check (num_nonnulls(account_id, home_account_id) <> 1);
create index activity_away_account on activity (home_account_id) where home_account_id <> account_id;
create trigger activity_account_home before insert or update of account_id on activity for each row
when (new.home_account_id is null and new.account_id is not null) execute function account_home_begins();

create or replace view published.lead as
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

create or replace view published.opportunity as
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

create or replace view published.account_identifier as
select
  id,
  account_id,
  home_account_id,
  kind,
  value,
  valid_to,
  valid_from
from account_identifier;

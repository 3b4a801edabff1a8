-- Activities: what our people did or will do with customers.

create table activity (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  kind text collate "C" not null check (kind in ('call', 'visit', 'meeting', 'message', 'note')),
  channel text collate "C" check (channel in ('wechat', 'email')),
  outcome text collate "C",
  effective boolean not null,
  text text,
  at timestamptz(3) not null,
  person_id uuid not null references person (id) deferrable initially immediate,
  contact_id uuid references contact (id) on delete restrict deferrable initially immediate,
  home_contact_id uuid,
  account_id uuid references account (id) on delete restrict deferrable initially immediate,
  lead_id uuid references lead (id) on delete restrict deferrable initially immediate,
  opportunity_id uuid references opportunity (id) on delete restrict deferrable initially immediate,
  next_on date,
  next_step text,
  home_account_id uuid,
  constraint activity_about_somebody check (num_nonnulls(contact_id, account_id, lead_id, opportunity_id) >= 1),
  constraint activity_contact_has_home check (num_nonnulls(contact_id, home_contact_id) <> 1),
  constraint activity_message_has_channel check ((kind = 'message') = (channel is not null)),
  constraint activity_says_something check (num_nonnulls(text, outcome) >= 1),
  constraint activity_step_has_day check (next_step is null or next_on is not null),
  constraint activity_outcome_fits_kind check (
    case kind
      when 'call' then outcome in ('reached', 'no_answer', 'wrong_number')
      when 'message' then outcome in ('sent', 'replied')
      when 'note' then outcome is null
      else outcome in ('held', 'missed')
    end is true
  ),
  constraint activity_account_has_home check (num_nonnulls(account_id, home_account_id) <> 1)
);
comment on table activity is 'kind: business. What one of us did with a customer, in one line, and what comes next. Effective: the customer took part, so that a touch was written with it.';
create index activity_contact on activity (contact_id, at desc, id desc) where contact_id is not null;
create index activity_home on activity (home_contact_id) where home_contact_id is not null;
create index activity_account on activity (account_id, at desc, id desc) where account_id is not null;
create index activity_away_account on activity (home_account_id) where home_account_id <> account_id;
create index activity_lead on activity (lead_id, at desc, id desc) where lead_id is not null;
create index activity_opportunity on activity (opportunity_id, at desc, id desc) where opportunity_id is not null;
create index activity_next on activity (person_id, next_on) where next_on is not null;
create index activity_operation on activity using brin (operation_id);
create trigger activity_account_home before insert or update of account_id on activity for each row
when (new.home_account_id is null and new.account_id is not null) execute function account_home_begins();

create view published.activity as
select
  id,
  kind,
  channel,
  outcome,
  effective,
  text,
  at,
  person_id,
  contact_id,
  account_id,
  lead_id,
  opportunity_id,
  next_on,
  next_step
from activity;
comment on view published.activity is 'Activities, for timelines and figures.';

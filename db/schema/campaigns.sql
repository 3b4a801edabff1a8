-- Campaigns: something marketing pays for or does, and what it cost.

create table campaign (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  name text not null,
  name_sort text collate "C" not null,
  type text collate "C" not null check (type in ('paid_ads', 'seo', 'content', 'webinar', 'offline_event', 'user_conference', 'sponsorship', 'partner', 'referral', 'email')),
  status text collate "C" not null default 'draft' check (status in ('draft', 'running', 'ended')),
  product_line_id uuid references product_line (id) deferrable initially immediate,
  owner_id uuid references person (id) deferrable initially immediate,
  channel text collate "C",
  goal text,
  goal_leads int check (goal_leads > 0),
  budget_amount bigint check (budget_amount >= 0),
  currency text collate "C" not null default 'CNY' check (currency ~ '^[A-Z]{3}$'),
  starts_on date,
  ends_on date,
  call_to_action text,
  next_step text,
  next_step_owner_id uuid references person (id) deferrable initially immediate,
  next_step_days int check (next_step_days between 0 and 365),
  check (ends_on >= starts_on),
  constraint campaign_started_is_complete check (
    status = 'draft'
    or num_nulls(goal, budget_amount, owner_id, call_to_action, next_step, next_step_owner_id, next_step_days, starts_on) = 0
  )
);
comment on table campaign is 'kind: business. Something marketing pays for or does. Only a draft may lack goal, budget, owner, call to action or next step (R-CAMP-1).';
create index campaign_owner on campaign (owner_id);
create index campaign_line on campaign (product_line_id);
create index campaign_next_step_owner on campaign (next_step_owner_id);
create index campaign_newest on campaign (starts_on desc, id desc);
create index campaign_operation on campaign using brin (operation_id);

create table campaign_cost (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  campaign_id uuid not null references campaign (id) deferrable initially immediate,
  occurred_on date not null,
  amount bigint not null check (amount <> 0),
  currency text collate "C" not null default 'CNY' check (currency ~ '^[A-Z]{3}$'),
  kind text collate "C" not null default 'other' check (kind in ('media', 'venue', 'travel', 'material', 'speaker', 'agency', 'staff', 'other')),
  note text
);
comment on table campaign_cost is 'kind: business, part of campaign_id. What a campaign cost, as it occurred, in minor units; a refund is negative.';
create index campaign_cost_campaign on campaign_cost (campaign_id, occurred_on);
create index campaign_cost_operation on campaign_cost using brin (operation_id);

create view published.campaign as
select
  id,
  name,
  name_sort,
  type,
  status,
  product_line_id,
  owner_id,
  channel,
  goal_leads,
  budget_amount,
  currency,
  starts_on,
  ends_on
from campaign;
comment on view published.campaign is 'Campaigns, for the statements of other capabilities.';

create view published.campaign_cost as
select
  id,
  campaign_id,
  occurred_on,
  amount,
  currency
from campaign_cost;
comment on view published.campaign_cost is 'Costs of campaigns, for figures.';

-- Product lines: what is sold, as routing, leads, standards, territories and campaigns see it.

create table product_line (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  code text collate "C" not null unique deferrable initially immediate,
  name text not null,
  name_sort text collate "C" not null,
  parent_id uuid references product_line (id) deferrable initially immediate,
  position int not null default 0,
  active boolean not null default true,
  check (parent_id <> id)
);
comment on table product_line is 'kind: business. What is sold; a tree. A lead, touch or campaign without one is of an unknown line.';
create index product_line_parent on product_line (parent_id);
create index product_line_operation on product_line using brin (operation_id);

create view published.product_line as
select
  id,
  code,
  name,
  name_sort,
  parent_id,
  position,
  active
from product_line;
comment on view published.product_line is 'Product lines, for the statements of other capabilities.';
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
-- Accounts: who buys. Companies form group, subsidiary, branch trees; households hold a family.

create table account (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  kind text collate "C" not null check (kind in ('company', 'household')),
  name text not null,
  name_sort text collate "C" not null,
  parent_id uuid references account (id) deferrable initially immediate,
  merged_into_id uuid references account (id) deferrable initially immediate,
  owner_id uuid references person (id) deferrable initially immediate,
  confirmed boolean not null default true,
  industry_code text collate "C",
  region_code text collate "C" check (region_code ~ '^[0-9]{6}$'),
  size_band text collate "C" check (size_band in ('1-49', '50-199', '200-999', '1000-4999', '5000+')),
  tier text collate "C",
  website text,
  address text,
  note text,
  check (parent_id <> id),
  check (merged_into_id <> id)
);
comment on table account is 'kind: business. Who buys: a company or a household. Not confirmed: named by a lead only, until a conversion confirms it.';
create index account_parent on account (parent_id) where parent_id is not null;
create index account_merged on account (merged_into_id) where merged_into_id is not null;
create index account_owner on account (owner_id, id) where owner_id is not null;
create index account_name on account (name_sort, id);
create index account_region on account (region_code, id);
create index account_operation on account using brin (operation_id);

create table account_identifier (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  account_id uuid not null references account (id) deferrable initially immediate,
  home_account_id uuid not null references account (id) deferrable initially immediate,
  kind text collate "C" not null,
  value text collate "C" not null,
  raw text,
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3),
  check (valid_to >= valid_from)
);
comment on table account_identifier is 'kind: business, part of account_id. By what an account is met: credit_code, company_key, domain, member:<source>, record. Belongs to one account at a time (R-ID-1).';
create unique index account_identifier_value on account_identifier (kind, value) where valid_to is null;
create index account_identifier_account on account_identifier (account_id);
create index account_identifier_home on account_identifier (home_account_id);
create index account_identifier_operation on account_identifier using brin (operation_id);

create view published.account as
select
  id,
  kind,
  name,
  name_sort,
  parent_id,
  merged_into_id,
  owner_id,
  confirmed,
  industry_code,
  region_code,
  size_band,
  tier
from account;
comment on view published.account is 'Accounts, for the statements of other capabilities.';

create view published.account_identifier as
select
  id,
  account_id,
  home_account_id,
  kind,
  value,
  valid_to
from account_identifier;
comment on view published.account_identifier is 'Identifiers of accounts, for the statements of other capabilities.';
-- Contacts: one human being, once, however many phones, mailboxes, WeChat ids and browsers they use.

create table contact (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  name text,
  name_sort text collate "C" not null default '',
  title text,
  job_function text collate "C",
  job_level text collate "C",
  region_code text collate "C" check (region_code ~ '^[0-9]{6}$'),
  language text collate "C",
  note text,
  merged_into_id uuid references contact (id) deferrable initially immediate,
  check (merged_into_id <> id)
);
comment on table contact is 'kind: business. One human being. Without a name it is shown as 未具名 with its strongest identifier masked.';
create index contact_merged on contact (merged_into_id) where merged_into_id is not null;
create index contact_name on contact (name_sort, id);
create index contact_operation on contact using brin (operation_id);

create table identifier (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  contact_id uuid not null references contact (id) deferrable initially immediate,
  home_contact_id uuid not null references contact (id) deferrable initially immediate,
  kind text collate "C" not null,
  value text collate "C" not null,
  raw text,
  strong boolean not null,
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3),
  check (valid_to >= valid_from)
);
comment on table identifier is 'kind: business, part of contact_id. One (kind, value) by which a contact is met; a strong one belongs to one contact at a time (R-ID-1), a switchboard may stand on several. Facts hang on it.';
create unique index identifier_value on identifier (kind, value) where valid_to is null and strong;
create unique index identifier_weak_value on identifier (kind, value, contact_id) where valid_to is null and not strong;
create index identifier_contact on identifier (contact_id);
create index identifier_home on identifier (home_contact_id);
create index identifier_operation on identifier using brin (operation_id);

create table contact_alias (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  contact_id uuid not null references contact (id) deferrable initially immediate,
  home_contact_id uuid not null references contact (id) deferrable initially immediate,
  name text not null,
  unique (contact_id, name)
);
comment on table contact_alias is 'kind: business, part of contact_id. Other names a contact was met under (R-ID-11).';
create index contact_alias_home on contact_alias (home_contact_id);
create index contact_alias_operation on contact_alias using brin (operation_id);

create table contact_conflict (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  identifier_id uuid not null references identifier (id) deferrable initially immediate,
  contact_id uuid not null references contact (id) deferrable initially immediate,
  other_contact_id uuid not null references contact (id) deferrable initially immediate,
  at timestamptz(3) not null,
  unique (contact_id, other_contact_id),
  check (contact_id <> other_contact_id)
);
comment on table contact_conflict is 'kind: business. One record brought identifiers of two contacts (R-ID-10): it went to the first, identifier_id stayed with the other; the pair waits for review.';
create index contact_conflict_other on contact_conflict (other_contact_id);
create index contact_conflict_identifier on contact_conflict (identifier_id);
create index contact_conflict_operation on contact_conflict using brin (operation_id);

create table membership (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  contact_id uuid not null references contact (id) deferrable initially immediate,
  home_contact_id uuid not null references contact (id) deferrable initially immediate,
  account_id uuid not null references account (id) deferrable initially immediate,
  home_account_id uuid not null references account (id) deferrable initially immediate,
  title text,
  job_function text collate "C",
  job_level text collate "C",
  household_role text collate "C" check (household_role in ('registrant', 'payer', 'user', 'influencer')),
  since timestamptz(3) not null,
  until timestamptz(3),
  check (until >= since)
);
comment on table membership is 'kind: business, part of contact_id. A contact in an account, dated: job in a company or role in a household.';
create unique index membership_current on membership (contact_id, account_id) where until is null;
create index membership_contact on membership (contact_id);
create index membership_account on membership (account_id);
create index membership_home_contact on membership (home_contact_id);
create index membership_home_account on membership (home_account_id);
create index membership_operation on membership using brin (operation_id);

create view published.contact as
select
  id,
  name,
  name_sort,
  title,
  job_function,
  job_level,
  region_code,
  language,
  merged_into_id
from contact;
comment on view published.contact is 'Contacts without their identifiers, for the statements of other capabilities.';

create view published.identifier as
select
  id,
  contact_id,
  home_contact_id,
  kind,
  value,
  raw,
  strong,
  valid_from,
  valid_to
from identifier;
comment on view published.identifier is 'Identifiers; whoever shows a value asks what the viewer may see of it.';

create view published.membership as
select
  id,
  contact_id,
  account_id,
  title,
  job_function,
  job_level,
  household_role,
  since,
  until
from membership;
comment on view published.membership is 'Who is in which account, for the statements of other capabilities.';
-- Touches: what customers did towards us. Facts: never updated, hanging on the identifier they came by.

create table touch (
  id uuid not null,
  operation_id uuid not null default current_operation(),
  identifier_id uuid not null references identifier (id) deferrable initially immediate,
  at timestamptz(3) not null,
  kind text collate "C" not null check (kind in ('form', 'visit', 'event_seat', 'email_click', 'reply', 'answered_call', 'content_view', 'meeting')),
  channel text collate "C",
  campaign_id uuid references campaign (id) deferrable initially immediate,
  product_line_id uuid references product_line (id) deferrable initially immediate,
  title text,
  details jsonb not null default '{}',
  primary key (identifier_id, at, id)
) partition by range (at);
comment on table touch is 'kind: fact, part of identifier_id. What the customer did towards us: form, visit (one per browsing session), event seat, e-mail click, reply, answered call, content view, meeting. What scores, wakes and is credited.';
create index touch_campaign on touch (campaign_id, at) where campaign_id is not null;
create index touch_operation on touch using brin (operation_id);

create table campaign_member (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  campaign_id uuid not null references campaign (id) deferrable initially immediate,
  contact_id uuid not null references contact (id) deferrable initially immediate,
  home_contact_id uuid not null references contact (id) deferrable initially immediate,
  status text collate "C" not null check (status in ('invited', 'registered', 'attended', 'responded')),
  joined_at timestamptz(3) not null,
  unique (campaign_id, contact_id)
);
comment on table campaign_member is 'kind: business, part of contact_id. A contact in a campaign: invited, registered, attended, responded.';
create index campaign_member_contact on campaign_member (contact_id);
create index campaign_member_home on campaign_member (home_contact_id);
create index campaign_member_operation on campaign_member using brin (operation_id);

create view published.touch as
select
  id,
  identifier_id,
  at,
  kind,
  channel,
  campaign_id,
  product_line_id,
  title,
  details
from touch;
comment on view published.touch is 'Touches, for scores, timelines and figures.';

create view published.campaign_member as
select
  id,
  campaign_id,
  contact_id,
  status,
  joined_at
from campaign_member;
comment on view published.campaign_member is 'Members of campaigns, for figures.';

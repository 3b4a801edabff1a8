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
create index touch_at on touch (at, id);
create index touch_operation on touch using brin (operation_id);
create index touch_reached on touch (identifier_id, product_line_id) where kind in ('reply', 'answered_call', 'meeting');
create index touch_visit on touch (at) include (identifier_id, campaign_id, product_line_id) where kind = 'visit';

create table campaign_member (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  campaign_id uuid not null references campaign (id) deferrable initially immediate,
  contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  home_contact_id uuid not null,
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

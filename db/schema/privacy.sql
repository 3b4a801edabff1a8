-- Privacy: what people allowed us, by identifier, channel and purpose.

create table consent (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  home_contact_id uuid not null,
  identifier_id uuid not null references identifier (id) on delete restrict deferrable initially immediate,
  channel text collate "C" not null check (channel in ('email', 'phone', 'sms', 'wechat')),
  purpose text collate "C" not null check (purpose in ('marketing', 'service', 'sales')),
  state text collate "C" not null check (state in ('granted', 'withdrawn')),
  at timestamptz(3) not null,
  how text collate "C" not null check (how in ('form', 'page', 'spoken', 'written', 'import')),
  evidence text,
  constraint consent_grant_has_evidence check (state = 'withdrawn' or evidence is not null)
);
comment on table consent is 'kind: business, part of identifier_id, stays with state=withdrawn. One statement of what somebody allowed or withdrew (R-PRIV-1), by whom and where is its operation. Never updated; undo removes no withdrawal.';
create index consent_contact on consent (contact_id);
create index consent_home on consent (home_contact_id);
create index consent_identifier on consent (identifier_id, at);
create index consent_operation on consent using brin (operation_id);

create table preference_link (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  token_hash text collate "C" not null unique
);
comment on table preference_link is 'kind: business, part of contact_id. A link by which a person sees and changes what they allowed, for as long as they are known here. Of its token only the hash is kept; it stays with the record it was made for, whatever that is merged into.';
create index preference_link_contact on preference_link (contact_id);
create index preference_link_operation on preference_link using brin (operation_id);

create table suppression (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  hash text collate "C" not null unique,
  at timestamptz(3) not null
);
comment on table suppression is 'kind: fact, stays. A keyed hash of an identifier of somebody who asked to be forgotten: it outlives them, so that no later file may write to them again (R-PRIV-2). The key is in auth.secret.';
create index suppression_operation on suppression using brin (operation_id);

create table privacy_request (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  kind text collate "C" not null check (kind in ('export', 'erase')),
  asked_by text collate "C" not null check (asked_by in ('person', 'guardian', 'agent')),
  asked_on date not null,
  done_at timestamptz(3) not null
);
comment on table privacy_request is 'kind: business, part of contact_id. Somebody asked what we hold of them, or to be forgotten: who asked, when, and when it was done; by whom is its operation.';
create index privacy_request_contact on privacy_request (contact_id);
create index privacy_request_done on privacy_request (done_at desc, id desc);
create index privacy_request_operation on privacy_request using brin (operation_id);

create view published.consent as
select
  id,
  contact_id,
  identifier_id,
  channel,
  purpose,
  state,
  at
from consent;
comment on view published.consent is 'What people allowed and withdrew, for whoever is about to send.';

create view published.erasure as
select operation_id
from privacy_request
where kind = 'erase';
comment on view published.erasure is 'When somebody was forgotten, by the operation: files that were written before may still hold them.';

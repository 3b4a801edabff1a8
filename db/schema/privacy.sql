-- Privacy: what people allowed us, by identifier, channel and purpose.

create table consent (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  home_contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
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

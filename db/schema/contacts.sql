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
  owner_id uuid references person (id) deferrable initially immediate,
  check (merged_into_id <> id)
);
comment on table contact is 'kind: business. One human being. Without a name it is shown as 未具名 with its strongest identifier masked.';
create index contact_merged on contact (merged_into_id) where merged_into_id is not null;
create index contact_name on contact (name_sort, id);
create index contact_owner on contact (owner_id, id) where owner_id is not null;
create index contact_operation on contact using brin (operation_id);

create table identifier (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  home_contact_id uuid not null,
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
create unique index identifier_weak_value on identifier (kind, value, home_contact_id) where valid_to is null and not strong;
create index identifier_contact on identifier (contact_id);
create index identifier_home on identifier (home_contact_id);
create index identifier_operation on identifier using brin (operation_id);

create table contact_alias (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  home_contact_id uuid not null,
  name text not null,
  unique (contact_id, name)
);
comment on table contact_alias is 'kind: business, part of contact_id. Other names a contact was met under (R-ID-11).';
create index contact_alias_home on contact_alias (home_contact_id);
create index contact_alias_operation on contact_alias using brin (operation_id);

create table contact_conflict (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  identifier_id uuid not null references identifier (id) on delete restrict deferrable initially immediate,
  contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  other_contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
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
  contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  home_contact_id uuid not null,
  account_id uuid not null references account (id) on delete restrict deferrable initially immediate,
  home_account_id uuid not null,
  title text,
  job_function text collate "C",
  job_level text collate "C",
  household_role text collate "C" check (household_role in ('registrant', 'payer', 'user', 'influencer')),
  since timestamptz(3) not null,
  until timestamptz(3),
  check (until >= since)
);
comment on table membership is 'kind: business, part of contact_id. A contact in an account, dated: job in a company, or one role in a household (several rows for several roles).';
create unique index membership_current on membership (contact_id, account_id, household_role) nulls not distinct where until is null;
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
  merged_into_id,
  owner_id
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
  until,
  operation_id
from membership;
comment on view published.membership is 'Who is in which account, for the statements of other capabilities.';

create view published.contact_conflict as
select
  id,
  contact_id,
  other_contact_id,
  at
from contact_conflict;
comment on view published.contact_conflict is 'Pairs of contacts whose identifiers came in one record, for the capability that lets people judge them.';

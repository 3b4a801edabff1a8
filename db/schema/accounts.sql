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
  account_id uuid not null references account (id) on delete restrict deferrable initially immediate,
  home_account_id uuid not null references account (id) on delete restrict deferrable initially immediate,
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

-- Enrichment: what others know about companies, and where each value came from.

create table enrichment_source (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  provider text collate "C" not null,
  name text not null,
  position int not null,
  active boolean not null,
  fills_new boolean not null
);
comment on table enrichment_source is 'kind: business. Somebody who is asked about companies: a provider with a name. The first by position that knows a fact is believed. fills_new: asked about every company that comes in.';
create unique index enrichment_source_name on enrichment_source (lower(name));
create index enrichment_source_operation on enrichment_source using brin (operation_id);

create table enrichment_value (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  account_id uuid not null references account (id) on delete restrict deferrable initially immediate,
  home_account_id uuid not null,
  field text collate "C" not null,
  value text not null,
  source_id uuid not null references enrichment_source (id) on delete restrict deferrable initially immediate,
  origin jsonb not null,
  matched_by text collate "C" not null check (matched_by in ('creditCode', 'exact', 'core', 'brand')),
  answered_at timestamptz(3) not null,
  cost_minor bigint,
  currency text collate "C",
  constraint enrichment_value_cost_has_currency check (num_nonnulls(cost_minor, currency) <> 1)
);
comment on table enrichment_value is 'kind: business, part of account_id. A value that enrichment wrote into a field of an account: whose, from where, when, at what cost (of the whole answer). One row each time; whether it still stands is for the present value and the ledger to say. Never updated but for merges.';
create index enrichment_value_account on enrichment_value (account_id, field);
create index enrichment_value_home on enrichment_value (home_account_id);
create index enrichment_value_source on enrichment_value (source_id);
create index enrichment_value_operation on enrichment_value using brin (operation_id);

create table enrichment_health (
  source_id uuid primary key,
  asked bigint not null default 0,
  answered bigint not null default 0,
  costs jsonb not null default '{}',
  failed_in_a_row int not null default 0,
  rests_until timestamptz(3),
  failures jsonb not null default '[]'
);
comment on table enrichment_health is 'kind: outside. How asking a source goes: counts, what it cost, and until when it is left alone because it failed too often. Shared by all processes.';

create table enrichment_offer (
  id uuid primary key,
  account_id uuid not null,
  asked_by uuid not null references person (id) deferrable initially immediate,
  asked_at timestamptz(3) not null,
  answers jsonb not null
);
comment on table enrichment_offer is 'kind: outside. What sources answered when a person asked about an account, for a day: what is taken is what was answered, and is not paid for twice.';
create index enrichment_offer_asked_at on enrichment_offer (asked_at);
create index enrichment_offer_asked_by on enrichment_offer (asked_by);

create table reference_file (
  id uuid primary key references operation (id),
  source_id uuid not null,
  version int not null,
  file_id uuid not null,
  file_name text not null,
  format jsonb not null,
  header jsonb not null,
  columns jsonb not null,
  brought_by uuid references person (id) deferrable initially immediate,
  at timestamptz(3) not null,
  row_count int not null default 0,
  skipped int not null default 0,
  unique (source_id, version)
);
comment on table reference_file is 'kind: outside. A version of a file that is asked about companies, under the id of its operation, whose long operation reads it. The newest that was read and not taken back counts.';
create index reference_file_brought_by on reference_file (brought_by) where brought_by is not null;

create table reference_row (
  file_id uuid not null references reference_file (id) on delete cascade,
  line int not null,
  facts jsonb not null,
  primary key (file_id, line)
);
comment on table reference_row is 'kind: outside. What a line of a reference file says about a company, as fields of an account.';

create table reference_key (
  file_id uuid not null references reference_file (id) on delete cascade,
  kind text collate "C" not null check (kind in ('creditCode', 'exact', 'core', 'brand')),
  value text collate "C" not null,
  line int not null,
  primary key (file_id, kind, value, line)
);
comment on table reference_key is 'kind: outside. By what the company of a line is found: its credit code, and the keys of each of its names.';

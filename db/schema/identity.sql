-- Identity: which records are the same customer, and who said so.

create table contact_merge (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  survivor_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  merged_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  at timestamptz(3) not null,
  taken jsonb not null,
  met jsonb not null,
  check (survivor_id <> merged_id)
);
comment on table contact_merge is 'kind: business. One edge of the tree of contacts: who goes on as whom from when on, which values the survivor took from the other side (before and after), and which rows gave way. Never updated.';
create index contact_merge_survivor on contact_merge (survivor_id);
create index contact_merge_merged on contact_merge (merged_id);
create index contact_merge_operation on contact_merge using brin (operation_id);

create table contact_merge_end (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  merge_id uuid not null unique references contact_merge (id) on delete restrict deferrable initially immediate,
  at timestamptz(3) not null
);
comment on table contact_merge_end is 'kind: business, part of merge_id. When a merge was taken back: the two are two again.';
create index contact_merge_end_operation on contact_merge_end using brin (operation_id);

create table duplicate_pair (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  first_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  second_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  found_by text collate "C" not null check (found_by in ('capture', 'person', 'matcher')),
  at timestamptz(3) not null,
  verdict text collate "C" check (verdict in ('different', 'later')),
  decided_by uuid references person (id) deferrable initially immediate,
  decided_at timestamptz(3),
  unique (first_id, second_id),
  check (first_id < second_id),
  constraint duplicate_pair_verdict_dated check ((verdict is null) = (decided_at is null))
);
comment on table duplicate_pair is 'kind: business, together verdict/decided_by/decided_at. Two contacts that may be one person, for people to judge. Without a verdict it waits, later waits behind the others, different is never asked again; the same person is a merge and no verdict, so that its end asks again.';
create index duplicate_pair_second on duplicate_pair (second_id);
create index duplicate_pair_operation on duplicate_pair using brin (operation_id);

create table duplicate_evidence (
  pair_id uuid primary key,
  bits real not null,
  prior real not null,
  probability real not null,
  lines jsonb not null,
  weighed_at timestamptz(3) not null
);
comment on table duplicate_evidence is 'kind: derived. What the two records of a pair say for and against being one, in bits, field by field; weighed anew when one of them changes.';
create index duplicate_evidence_probability on duplicate_evidence (probability, pair_id);

create table match_run (
  id uuid primary key,
  at timestamptz(3) not null,
  contacts int not null,
  hash text collate "C" not null,
  model jsonb not null,
  review_from double precision not null,
  same_from double precision not null,
  compared bigint not null,
  rest_pairs bigint not null,
  rest_matches double precision not null
);
comment on table match_run is 'kind: derived. What matching all contacts taught, once for each time it came to its end: the weights, how likely any two contacts are one, the thresholds it recommends, and how many of the pairs it did not keep are expected to be one. The newest is in force. The id is that of the long operation.';
create index match_run_newest on match_run (at desc);

create table match_pair (
  id uuid primary key,
  first_id uuid not null,
  second_id uuid not null,
  bits real not null,
  found_at timestamptz(3) not null,
  run_id uuid,
  unique (first_id, second_id),
  check (first_id < second_id)
);
comment on table match_pair is 'kind: derived. Two contacts that matching found to be one person with some likelihood, and the bits for it. Nobody has judged it: once somebody does it is a duplicate_pair of the same id. run_id: found when all were matched; null: when one of them was captured or changed.';
create index match_pair_second on match_pair (second_id);
create index match_pair_likeliest on match_pair (bits desc, id);

create table match_entry (
  contact_id uuid primary key,
  signature int4 not null,
  keys int4[] not null,
  at timestamptz(3) not null
);
comment on table match_entry is 'kind: derived. By which keys a contact is found that may be another one: two that share a key are worth comparing. signature: of all that is compared, so that a contact in which nothing of it changed is not compared again.';
create index match_entry_keys on match_entry using gin (keys) with (fastupdate = off);

create table match_waiting (
  id uuid primary key,
  contact_ids uuid[] not null
);
comment on table match_waiting is 'kind: outside. Contacts that came in or changed many at a time or while an import went on, and wait to be matched until it has ended.';

create table match_setting (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  review_from double precision check (review_from > 0 and review_from < 1),
  same_from double precision check (same_from > 0 and same_from < 1),
  constraint match_setting_in_order check (review_from <= same_from)
);
comment on table match_setting is 'kind: business, together review_from/same_from. From which probability on two contacts are put up for review, and from which on they count as the same, where an admin decided it; null as the newest match_run recommends. One row, made with the first decision.';
create unique index match_setting_only_one on match_setting ((true));
create index match_setting_operation on match_setting using brin (operation_id);

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

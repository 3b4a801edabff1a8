-- All contacts are matched with each other: the pairs that may be one person, and what the contacts taught.

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

alter table duplicate_pair drop constraint duplicate_pair_found_by_check;
alter table duplicate_pair add constraint duplicate_pair_found_by_check check (found_by in ('capture', 'person', 'matcher'));

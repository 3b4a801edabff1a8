-- What the house itself keeps: migrations, job workers, handled events, files, idempotency and rate limits.

create table migration (
  name text collate "C" primary key,
  checksum text collate "C" not null,
  applied_at timestamptz(3) not null default now()
);
comment on table migration is 'kind: outside. Which migrations this database has been through.';

create table worker_process (
  id uuid primary key,
  worker_ids text[] not null,
  lock_key bigint not null,
  started_at timestamptz(3) not null default now(),
  heartbeat_at timestamptz(3) not null default now()
);
comment on table worker_process is 'kind: outside. Living job workers; whose advisory lock is free is dead, and its jobs are given back.';

create table event_handled (
  event_id uuid not null,
  subscriber text collate "C" not null,
  at timestamptz(3) not null default now(),
  primary key (event_id, subscriber)
);
comment on table event_handled is 'kind: outside. Which subscriber has seen which event: a second run finds the row and does nothing.';
create index event_handled_at on event_handled using brin (at);

create table stored_file (
  id uuid primary key,
  name text not null,
  media_type text collate "C" not null,
  size bigint not null default 0,
  sha256 bytea,
  purpose text collate "C" not null,
  created_by uuid,
  created_at timestamptz(3) not null,
  complete boolean not null default false
);
comment on table stored_file is 'kind: outside. A file that somebody gave us or that we made; its bytes are in file_chunk.';

create table file_chunk (
  file_id uuid not null references stored_file (id) on delete cascade,
  position int not null,
  bytes bytea not null,
  primary key (file_id, position)
);
comment on table file_chunk is 'kind: outside. 1 MiB pieces of a stored file, written as they arrive.';
alter table file_chunk alter column bytes set storage external;

create table idempotency_key (
  scope text collate "C" not null,
  key text collate "C" not null,
  body_hash bytea not null,
  at timestamptz(3) not null,
  status int,
  response jsonb,
  primary key (scope, key)
);
comment on table idempotency_key is 'kind: outside. Answers to creating requests, kept 24 hours; scope is the user and the route.';
create index idempotency_key_at on idempotency_key (at);

create unlogged table rate_limit (
  bucket text collate "C" not null,
  window_start timestamptz(3) not null,
  hits int not null,
  primary key (bucket, window_start)
);
comment on table rate_limit is 'kind: outside. Counters of limited acts, in the database so that all processes count together.';

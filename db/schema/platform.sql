-- What the house itself keeps: migrations, job workers, handled events, files, idempotency and rate limits.

create table migration (
  name text collate "C" primary key,
  checksum text collate "C" not null,
  applied_at timestamptz(3) not null default now()
);
comment on table migration is 'kind: outside, remains. Which migrations this database has been through.';

create table worker_process (
  id uuid primary key,
  worker_ids text[] not null,
  lock_key bigint not null,
  started_at timestamptz(3) not null default now(),
  heartbeat_at timestamptz(3) not null default now()
);
comment on table worker_process is 'kind: outside, remains. Living job workers; whose advisory lock is free is dead, and its jobs are given back.';

create table event_handled (
  event_id uuid not null,
  subscriber text collate "C" not null,
  at timestamptz(3) not null default now(),
  primary key (event_id, subscriber)
);
comment on table event_handled is 'kind: outside. Which subscriber has seen which event: a second run finds the row and does nothing.';
create index event_handled_at on event_handled using brin (at);

create table schedule_run (
  name text collate "C" primary key,
  due_at timestamptz(3) not null
);
comment on table schedule_run is 'kind: outside, remains. The last due moment of each schedule that was acted on; moving it forward is what makes one worker of many act.';

create table job_interruption (
  job_id bigint primary key,
  times int not null,
  last_at timestamptz(3) not null default now()
);
comment on table job_interruption is 'kind: outside. How often a worker died while it held a job. A killed attempt is given back, but not for ever: a job that kills its workers must end as a dead job.';

create table long_operation (
  id uuid primary key references operation (id),
  kind text collate "C" not null,
  state text collate "C" not null check (state in ('queued', 'running', 'paused', 'stopping', 'stopped', 'done', 'failed')),
  request jsonb not null,
  position jsonb not null,
  done bigint not null default 0,
  total bigint,
  counts jsonb not null default '{}',
  error text,
  changed_by uuid,
  queued_at timestamptz(3) not null,
  started_at timestamptz(3),
  moved_at timestamptz(3),
  finished_at timestamptz(3)
);
comment on table long_operation is 'kind: outside. Work in batches under a parent operation: where it is, how much is done, and whether somebody paused or stopped it. The position is saved in the transaction of the batch.';
create index long_operation_open on long_operation (queued_at) where state in ('queued', 'running', 'paused', 'stopping', 'failed');
create index long_operation_newest on long_operation (queued_at desc, id desc);

create view published.long_operation as
select
  id,
  kind,
  state
from long_operation;
comment on view published.long_operation is 'Whether a long operation goes on, for the statements of capabilities.';

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
comment on table rate_limit is 'kind: outside, remains. Counters of limited acts, in the database so that all processes count together.';

-- A text without these words; of several the longest must come first, so that no rest of one remains.
create function redacted(content text, words text[]) returns text
language plpgsql immutable parallel safe as $$
declare
  word text;
begin
  foreach word in array words loop
    content := replace(content, word, '***');
  end loop;
  return content;
end
$$;

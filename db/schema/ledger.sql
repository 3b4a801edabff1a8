-- The operation ledger: who did what, and the values before it (docs/architecture.md, "The one write path").

create schema if not exists ledger;

create table operation (
  id uuid primary key,
  kind text collate "C" not null,
  actor_kind text collate "C" not null check (actor_kind in ('person', 'rule', 'system')),
  actor_id uuid,
  at timestamptz(3) not null,
  source text collate "C" not null check (source in ('web', 'api', 'command', 'job', 'migration', 'demo')),
  summary jsonb not null default '{}',
  parent_id uuid references operation (id),
  cause_id uuid references operation (id),
  undoes_id uuid references operation (id),
  check (actor_kind <> 'person' or actor_id is not null)
);
comment on table operation is 'kind: outside, remains. One row for every act that wrote business rows: who, when, why, as part of what.';
create index operation_parent on operation (parent_id) where parent_id is not null;
create index operation_cause on operation (cause_id) where cause_id is not null;
create index operation_undoes on operation (undoes_id) where undoes_id is not null;
create index operation_at on operation (at desc, id desc);
create index operation_actor on operation (actor_id, at desc, id desc) where actor_id is not null;

create table change (
  seq bigint generated always as identity,
  at timestamptz(3) not null,
  operation_id uuid not null,
  table_name text collate "C" not null,
  act "char" not null check (act in ('u', 'd', 'r')),
  row_id uuid not null,
  before jsonb,
  after jsonb,
  primary key (at, seq)
) partition by range (at);
comment on table change is 'kind: outside. Images: u = changed columns before and after, d = the whole deleted row, r = a row an undo put back. Values are the text output of their column.';
create index change_operation on change (operation_id, table_name);
create index change_row on change (row_id, seq);
create index change_deleted on change (table_name, at desc, seq desc) where act = 'd';

create table ledger_rename (
  table_name text collate "C" not null,
  old_name text collate "C" not null,
  new_name text collate "C" not null,
  at timestamptz(3) not null default now(),
  primary key (table_name, old_name)
);
comment on table ledger_rename is 'kind: outside, remains. Columns that were renamed, so that older images still find them. Names are never used twice.';

create schema if not exists published;

create view published.operation as
select
  id,
  kind,
  actor_kind,
  actor_id,
  at,
  source,
  summary,
  parent_id,
  cause_id,
  undoes_id
from operation;
comment on view published.operation is 'What was done, for audit and timelines; whoever shows it asks what the viewer may know.';

create view published.change as
select
  seq,
  at,
  operation_id,
  table_name,
  act,
  row_id,
  before,
  after
from change;
comment on view published.change is 'Images of changed and deleted rows, for audit and timelines; whoever shows values asks what the viewer may see of them.';

-- The operation of this transaction; refuses when none is open. Also the default of every operation_id column, so a COPY is guarded too.
create function current_operation() returns uuid
language plpgsql stable as $$
declare
  open_operation text := current_setting('tongzhou.operation', true);
begin
  if open_operation is null or open_operation = '' then
    raise exception 'no operation is open: business tables are written inside operate() only' using errcode = 'TZ001';
  end if;
  return open_operation::uuid;
end
$$;

create function ledger.current_instant() returns timestamptz
language sql stable as $$ select current_setting('tongzhou.at')::timestamptz $$;

create function ledger.refuse() returns trigger
language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' and current_setting('tongzhou.emptying', true) = 'on' then
    return null;
  end if;
  -- Somebody is being forgotten: a fact stays for the count, without what it says.
  if tg_argv[0] = 'update' and current_setting('tongzhou.erasing', true) = 'on' then
    return null;
  end if;
  raise exception '% of % is not allowed', tg_argv[0], tg_table_name using errcode = 'TZ002';
end
$$;

-- Columns that images hold: all but generated ones, in the order of the table.
create function ledger.imaged_columns(target regclass) returns setof name
language sql stable as $$
  select attname
  from pg_attribute
  where attrelid = target and attnum > 0 and not attisdropped and attgenerated = ''
  order by attnum
$$;

-- Attaches the ledger to a table of kind business or fact. To be run again after its columns change
-- (ledger.attach_all() at the end of every migration). Column-by-column text is what was measured to be
-- cheapest: 29 µs a row against 19 without a ledger and 403 with a generic jsonb diff.
create function ledger.attach(target regclass, kind text default 'business') returns void
language plpgsql as $$
declare
  plain text := (select relname from pg_class where oid = target);
  befores text;
  afters text;
  whole text;
begin
  select
    string_agg(format('case when o.%1$I is distinct from n.%1$I then %2$L || coalesce(to_json(o.%1$I::text)::text, ''null'') end', c, '"' || c || '":'), ', '),
    string_agg(format('case when o.%1$I is distinct from n.%1$I then %2$L || coalesce(to_json(n.%1$I::text)::text, ''null'') end', c, '"' || c || '":'), ', ')
  into befores, afters
  from ledger.imaged_columns(target) as c
  where c not in ('id', 'operation_id');
  -- A table without further columns cannot change, but must refuse writes outside an operation like any other.
  befores := coalesce(befores, 'null');
  afters := coalesce(afters, 'null');
  select string_agg(format('%L || coalesce(to_json(r.%I::text)::text, ''null'')', '"' || c || '":', c), ' || '','' || ')
  into whole
  from ledger.imaged_columns(target) as c;

  execute format(
    'create or replace function ledger.%I(r %s) returns jsonb language sql stable as %L',
    'image_of_' || plain, target, format('select (''{'' || %s || ''}'')::jsonb', whole));

  execute format($body$
    create or replace function ledger.%I() returns trigger language plpgsql as $trigger$
    declare
      open_operation uuid := current_operation();
    begin
      if current_setting('tongzhou.images', true) = 'off' then
        return null;
      end if;
      insert into public.change (at, operation_id, table_name, act, row_id, before)
      select ledger.current_instant(), open_operation, %L, 'd', r.id, ledger.%I(r::%s)
      from old_rows as r;
      return null;
    end
    $trigger$ $body$, plain || '_deleted', plain, 'image_of_' || plain, target);

  execute format('drop trigger if exists ledger_delete on %s', target);
  execute format('create trigger ledger_delete after delete on %s referencing old table as old_rows for each statement execute function ledger.%I()', target, plain || '_deleted');
  execute format('drop trigger if exists ledger_truncate on %s', target);
  execute format('create trigger ledger_truncate before truncate on %s for each statement execute function ledger.refuse(''truncate'')', target);
  execute format('drop trigger if exists ledger_update on %s', target);
  execute format('drop trigger if exists ledger_key on %s', target);

  if kind = 'fact' then
    execute format('create trigger ledger_update before update on %s for each statement execute function ledger.refuse(''update'')', target);
    return;
  end if;

  execute format($body$
    create or replace function ledger.%I() returns trigger language plpgsql as $trigger$
    declare
      open_operation uuid := current_operation();
    begin
      insert into public.change (at, operation_id, table_name, act, row_id, before, after)
      select ledger.current_instant(), open_operation, %L, 'u', id, before::jsonb, after::jsonb
      from (
        select n.id, '{' || concat_ws(',', %s) || '}' as before, '{' || concat_ws(',', %s) || '}' as after
        from old_rows as o
        join new_rows as n on n.id = o.id
      ) as images
      where before <> '{}';
      return null;
    end
    $trigger$ $body$, plain || '_updated', plain, befores, afters);

  execute format('create trigger ledger_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function ledger.%I()', target, plain || '_updated');
  execute format('create trigger ledger_key before update of id, operation_id on %s for each statement execute function ledger.refuse(''change of key'')', target);
end
$$;

-- The kind that a table declares in its comment ('kind: business. …').
create function ledger.kind_of(target oid) returns text
language sql stable as $$
  select substring(obj_description(target, 'pg_class') from '^kind: (business|fact|derived|outside)')
$$;

-- Attaches every business and fact table anew; the last act of each migration.
create function ledger.attach_all() returns void
language plpgsql as $$
declare
  target record;
begin
  for target in
    select c.oid, ledger.kind_of(c.oid) as kind
    from pg_class as c
    where c.relnamespace = 'public'::regnamespace
      and c.relkind in ('r', 'p')
      and not c.relispartition
      and ledger.kind_of(c.oid) in ('business', 'fact')
    order by c.relname
  loop
    perform ledger.attach(target.oid::regclass, target.kind);
  end loop;
end
$$;

-- Makes the monthly partitions of a table that a range of instants needs. Safe to run at once from several sessions.
create function ledger.ensure_months(parent regclass, first_instant timestamptz, last_instant timestamptz) returns void
language plpgsql as $$
declare
  plain text := (select relname from pg_class where oid = parent);
  month_start timestamp := date_trunc('month', first_instant at time zone 'utc');
begin
  while month_start <= last_instant at time zone 'utc' loop
    if to_regclass(format('public.%I', plain || to_char(month_start, '_YYYY_MM'))) is null then
      perform pg_advisory_xact_lock(hashtext('ledger.ensure_months'), hashtext(plain));
      execute format(
        'create table if not exists public.%I partition of %s for values from (%L) to (%L)',
        plain || to_char(month_start, '_YYYY_MM'), parent,
        month_start at time zone 'utc', (month_start + interval '1 month') at time zone 'utc');
    end if;
    month_start := month_start + interval '1 month';
  end loop;
end
$$;

-- Whether an operation has been undone, and that undo not been undone in turn (redo).
create function ledger.is_undone(target uuid) returns boolean
language plpgsql stable as $$
begin
  return exists (select from operation as u where u.undoes_id = target and not ledger.is_undone(u.id));
end
$$;

-- A person asks what is held of them, or to be forgotten.

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

create or replace function ledger.refuse() returns trigger
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

create view published.long_operation as
select
  id,
  kind,
  state
from long_operation;
comment on view published.long_operation is 'Whether a long operation goes on, for the statements of capabilities.';

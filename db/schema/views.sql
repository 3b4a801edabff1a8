-- Saved views of lists.

create table saved_view (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  object text collate "C" not null,
  name text not null,
  owner_id uuid references person (id) deferrable initially immediate,
  visibility text collate "C" not null default 'private' check (visibility in ('private', 'team', 'everyone')),
  filters jsonb not null,
  columns text[] not null default '{}',
  sort jsonb not null default '[]',
  position int not null default 0,
  shipped boolean not null default false,
  check (shipped or owner_id is not null)
);
comment on table saved_view is 'kind: business, remains. A named filter, sort and choice of columns of one list. Shipped views have a name key instead of a name and no owner.';
create index saved_view_object on saved_view (object, owner_id);
create index saved_view_owner on saved_view (owner_id) where owner_id is not null;
create index saved_view_operation on saved_view using brin (operation_id);

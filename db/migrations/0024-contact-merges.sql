-- Contacts that turn out to be one are merged, and can be taken apart at any later time.

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

-- Both sides of a merge may have the same switchboard, and facts hang on each.
drop index identifier_weak_value;
create unique index identifier_weak_value on identifier (kind, value, home_contact_id) where valid_to is null and not strong;

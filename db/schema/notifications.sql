-- Notifications: one per person and operation, with counts inside, never one per record.

create table notification (
  id uuid primary key,
  person_id uuid not null,
  operation_id uuid not null,
  kind text collate "C" not null,
  params jsonb not null default '{}',
  at timestamptz(3) not null,
  read_at timestamptz(3),
  unique (person_id, operation_id, kind)
);
comment on table notification is 'kind: outside. What a person was told. It has left the house: undo does not take it back, and reading it is no change of a record.';
create index notification_person on notification (person_id, at desc, id desc);
create index notification_unread on notification (person_id) where read_at is null;

-- Whoever comes in is matched with those who are there, by keys.

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

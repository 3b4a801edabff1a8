-- Search: what people and things are found by. Derived; filled by jobs right after a record is written.

create table search_entry (
  object text collate "C" not null,
  record_id uuid not null,
  title text not null,
  title_sort text collate "C" not null,
  keys int4[] not null,
  haystack text collate "C" not null,
  phone_keys int4[] not null default '{}',
  phone_haystack text collate "C" not null default '',
  primary key (object, record_id)
) partition by list (object);
comment on table search_entry is 'kind: derived. Keys under GIN narrow a search down, the haystack decides; numbers apart, because who sees them masked may not search parts of them. Rebuilt from names and identifiers.';
create table search_entry_contact partition of search_entry for values in ('contact');
create table search_entry_account partition of search_entry for values in ('account');
create table search_entry_campaign partition of search_entry for values in ('campaign');
create table search_entry_opportunity partition of search_entry for values in ('opportunity');
create index search_entry_keys on search_entry using gin (keys);
create index search_entry_phone_keys on search_entry using gin (phone_keys) where phone_keys <> '{}';

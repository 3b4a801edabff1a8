-- Search: what people and things are found by. Derived; filled by jobs right after a record is written.

create table search_entry (
  object text collate "C" not null check (object in ('contact', 'account', 'campaign', 'opportunity')),
  record_id uuid not null,
  title text not null,
  title_sort text collate "C" not null,
  keys int4[] not null,
  haystack text collate "C" not null,
  phone_keys int4[] not null default '{}',
  phone_haystack text collate "C" not null default '',
  primary key (object, record_id)
);
comment on table search_entry is 'kind: derived. Keys under GIN narrow a search down, the haystack decides; numbers apart, because who sees them masked may not search parts of them. Rebuilt from names and identifiers.';
create index search_entry_contact_keys on search_entry using gin (keys) where object = 'contact';
create index search_entry_account_keys on search_entry using gin (keys) where object = 'account';
create index search_entry_campaign_keys on search_entry using gin (keys) where object = 'campaign';
create index search_entry_opportunity_keys on search_entry using gin (keys) where object = 'opportunity';
create index search_entry_phone_keys on search_entry using gin (phone_keys) where phone_keys <> '{}';

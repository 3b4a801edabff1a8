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
comment on table saved_view is 'kind: business. A named filter, sort and choice of columns of one list. Shipped views have a name key instead of a name and no owner.';
create index saved_view_object on saved_view (object, owner_id);
create index saved_view_owner on saved_view (owner_id) where owner_id is not null;
create index saved_view_operation on saved_view using brin (operation_id);
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
-- Imports: a file that became records, and the rows that could not.

create table import_file (
  file_id uuid primary key references stored_file (id) on delete cascade,
  encoding text collate "C" not null check (encoding in ('utf-8', 'gb18030', 'utf-16le', 'utf-16be')),
  confidence text collate "C" not null check (confidence in ('certain', 'likely', 'unsure')),
  line_count bigint not null
);
comment on table import_file is 'kind: outside. What was seen of an uploaded file while it arrived: the encoding of the whole of it, and how many lines it has.';

create table import (
  id uuid primary key references operation (id),
  file_id uuid not null,
  object text collate "C" not null default 'lead' check (object in ('lead')),
  name text not null,
  mode text collate "C" not null check (mode in ('new', 'history')),
  campaign_id uuid,
  header jsonb not null,
  settings jsonb not null,
  started_by uuid references person (id) deferrable initially immediate,
  created_at timestamptz(3) not null
);
comment on table import is 'kind: outside. A file that was mapped and imported, under the id of its operation; its progress is in long_operation. It stays in the history when the import is undone.';
create index import_newest on import (created_at desc, id desc);
create index import_started_by on import (started_by) where started_by is not null;

create table import_row (
  import_id uuid not null,
  row_number int not null,
  line int not null,
  outcome text collate "C" not null check (outcome in ('created', 'attached', 'updated', 'rejected')),
  lead_id uuid,
  contact_id uuid,
  problems jsonb,
  cells jsonb,
  primary key (import_id, row_number)
);
comment on table import_row is 'kind: outside. What became of each row of a file; rejected ones with their cells, so that they can be corrected and sent again.';
create index import_row_rejected on import_row (import_id, row_number) where outcome = 'rejected';

create table import_mapping (
  header_hash text collate "C" primary key,
  mapping jsonb not null
);
comment on table import_mapping is 'kind: outside. The columns people chose last for a set of headers, so that the same file is mapped the next time, whatever became of the import.';
-- Insights: what is aimed at. Figures themselves are computed from published views.

create table sales_target (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  month date not null check (extract(day from month) = 1),
  team_id uuid references team (id) deferrable initially immediate,
  amount bigint not null check (amount >= 0),
  currency text collate "C" not null default 'CNY' check (currency ~ '^[A-Z]{3}$')
);
comment on table sales_target is 'kind: business. What is to be won in a month, for the company (no team) or a team.';
create unique index sales_target_month on sales_target (month, team_id) nulls not distinct;
create index sales_target_team on sales_target (team_id) where team_id is not null;
create index sales_target_operation on sales_target using brin (operation_id);

-- Shipped views, the same for everybody; their names are keys of sentences.
insert into saved_view (id, object, name, visibility, filters, sort, position, shipped)
values
  (gen_random_uuid(), 'lead', 'view.lead.waiting', 'everyone', '{"combinator": "and", "rules": [{"field": "lead.stage", "operator": "is", "value": "assigned"}]}', '["clock"]', 1, true),
  (gen_random_uuid(), 'lead', 'view.lead.hot_untouched', 'everyone', '{"combinator": "and", "rules": [{"field": "lead.grade", "operator": "any_of", "value": ["A1", "B1"]}, {"field": "lead.stage", "operator": "none_of", "value": ["converted", "disqualified"]}, {"field": "lead.contacted", "operator": "is", "value": false}]}', '["-heat"]', 2, true),
  (gen_random_uuid(), 'lead', 'view.lead.returned', 'everyone', '{"combinator": "and", "rules": [{"field": "lead.lastAnswer", "operator": "is", "value": "rejected"}]}', '["-captured"]', 3, true),
  (gen_random_uuid(), 'lead', 'view.lead.all', 'everyone', '{"combinator": "and", "rules": []}', '["-captured"]', 4, true);

-- Imports: a file that became records, and the rows that could not.

create table import_file (
  file_id uuid primary key references stored_file (id) on delete cascade,
  encoding text collate "C" not null check (encoding in ('utf-8', 'gb18030', 'utf-16le', 'utf-16be')),
  confidence text collate "C" not null check (confidence in ('certain', 'likely', 'unsure')),
  line_count bigint not null,
  workbook_id uuid references stored_file (id) on delete cascade,
  sheet int,
  content_hash text collate "C",
  constraint sheet_of_a_workbook check ((workbook_id is null) = (sheet is null))
);
comment on table import_file is 'kind: outside. What was seen of an uploaded file while it arrived: the encoding of the whole of it, and how many lines it has. A sheet of a workbook is such a file of its own, written as lines.';
create unique index import_file_of_sheet on import_file (workbook_id, sheet) where workbook_id is not null;

create table import (
  id uuid primary key references operation (id),
  file_id uuid not null,
  object text collate "C" not null default 'lead' check (object in ('lead', 'contact', 'account')),
  name text not null,
  mode text collate "C" not null check (mode in ('new', 'history')),
  campaign_id uuid,
  header jsonb not null,
  settings jsonb not null,
  started_by uuid references person (id) deferrable initially immediate,
  created_at timestamptz(3) not null,
  content_hash text collate "C"
);
comment on table import is 'kind: outside. A file that was mapped and imported, under the id of its operation; its progress is in long_operation. It stays in the history when the import is undone.';
create index import_newest on import (created_at desc, id desc);
create index import_content on import (content_hash) where content_hash is not null;
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
  account_id uuid,
  primary key (import_id, row_number)
);
comment on table import_row is 'kind: outside. What became of each row of a file; rejected ones with their cells, so that they can be corrected and sent again.';
create index import_row_rejected on import_row (import_id, row_number) where outcome = 'rejected';

create table import_mapping (
  header_hash text collate "C" primary key,
  mapping jsonb not null
);
comment on table import_mapping is 'kind: outside. The columns people chose last for a set of headers, so that the same file is mapped the next time, whatever became of the import.';

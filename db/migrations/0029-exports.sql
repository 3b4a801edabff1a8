-- Lists can be taken out of the house as files; the company may have each say who took it.

create table list_export (
  id uuid primary key references operation (id),
  object text collate "C" not null check (object in ('lead', 'contact', 'account', 'opportunity', 'campaign', 'touch')),
  format text collate "C" not null check (format in ('csv', 'xlsx')),
  filter jsonb,
  search text not null,
  chosen int,
  columns jsonb not null,
  made_by uuid not null references person (id) deferrable initially immediate,
  made_at timestamptz(3) not null,
  row_count int,
  file_id uuid,
  file_size bigint,
  expires_at timestamptz(3),
  constraint list_export_written_at_once check (num_nulls(row_count, file_id, file_size, expires_at) in (0, 4)),
  constraint list_export_one_choice check ((filter is null) <> (chosen is null))
);
comment on table list_export is 'kind: outside. A list that somebody took out of the house, under the id of its operation: what was chosen, with which columns, how many rows, and the file while it is kept. It stays when the file is gone.';
create index list_export_newest on list_export (made_at desc, id desc);
create index list_export_made_by on list_export (made_by, made_at desc, id desc);

alter table company add column export_watermark boolean not null default false;

-- A sheet of an uploaded workbook is kept as the lines it was read as, so that an import goes on by position as in a CSV file.

alter table import_file add column workbook_id uuid references stored_file (id) on delete cascade;
alter table import_file add column sheet int;
alter table import_file add constraint sheet_of_a_workbook check ((workbook_id is null) = (sheet is null));
create unique index import_file_of_sheet on import_file (workbook_id, sheet) where workbook_id is not null;
comment on table import_file is 'kind: outside. What was seen of an uploaded file while it arrived: the encoding of the whole of it, and how many lines it has. A sheet of a workbook is such a file of its own, written as lines.';

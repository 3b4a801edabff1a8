-- A file that was imported before is known again by its content.

alter table import_file add column content_hash text collate "C";
alter table import add column content_hash text collate "C";
create index import_content on import (content_hash) where content_hash is not null;

-- Contacts are imported without leads, too.

alter table import drop constraint import_object_check;
alter table import add constraint import_object_check check (object in ('lead', 'contact'));

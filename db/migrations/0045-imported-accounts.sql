-- Companies are imported, too: what became of a row may be an account.

alter table import drop constraint import_object_check;
alter table import add constraint import_object_check check (object in ('lead', 'contact', 'account'));
alter table import_row add column account_id uuid;

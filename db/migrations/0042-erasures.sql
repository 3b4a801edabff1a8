-- Files that left a list before somebody was forgotten may still hold them, and are no longer handed out.

create view published.erasure as
select operation_id
from privacy_request
where kind = 'erase';
comment on view published.erasure is 'When somebody was forgotten, by the operation: files that were written before may still hold them.';

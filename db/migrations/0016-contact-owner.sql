-- Who types a contact in looks after it until it is given to somebody else: without an owner nobody but the pool of the
-- SDRs followed it, and its own author could not open it.

alter table contact add column owner_id uuid references person (id) deferrable initially immediate;
create index contact_owner on contact (owner_id, id) where owner_id is not null;

create or replace view published.contact as
select
  id,
  name,
  name_sort,
  title,
  job_function,
  job_level,
  region_code,
  language,
  merged_into_id,
  owner_id
from contact;

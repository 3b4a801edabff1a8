-- Memberships are dated one by one: in a household a person may have several roles, each since its own day.

drop index membership_current;
create unique index membership_current on membership (contact_id, account_id, household_role) nulls not distinct where until is null;
comment on table membership is 'kind: business, part of contact_id. A contact in an account, dated: job in a company, or one role in a household (several rows for several roles).';

create or replace view published.membership as
select
  id,
  contact_id,
  account_id,
  title,
  job_function,
  job_level,
  household_role,
  since,
  until,
  operation_id
from membership;

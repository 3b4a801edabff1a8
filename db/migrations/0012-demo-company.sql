-- The demo's people look at the next step of a deal, as everybody may who reads it.

create or replace view published.opportunity as
select
  id,
  name,
  name_sort,
  type_id,
  stage_id,
  account_id,
  lead_id,
  product_line_id,
  owner_id,
  amount,
  currency,
  expected_close_on,
  opened_at,
  outcome,
  closed_at,
  lose_reason,
  history,
  next_step,
  next_step_on
from opportunity;

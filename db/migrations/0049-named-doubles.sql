-- Whom a rep named when they gave a lead back as a duplicate.

create or replace view published.lifecycle_event as
select
  id,
  lead_id,
  opportunity_id,
  occurred_at,
  recorded_at,
  cycle,
  table_row,
  from_stage,
  to_stage,
  from_owner_id,
  from_pool_id,
  to_owner_id,
  to_pool_id,
  actor_kind,
  actor_id,
  reason,
  (details ->> 'ruleId')::uuid as rule_id,
  details -> 'explanation' as explanation,
  (details ->> 'otherRecordId')::uuid as other_contact_id
from lifecycle_event;

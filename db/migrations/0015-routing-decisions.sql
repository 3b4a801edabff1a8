-- A rule that sends leads to a pool leaves no assignment: its decision is read from the lifecycle.

create index lifecycle_event_rule on lifecycle_event (((details ->> 'ruleId')::uuid), occurred_at desc) where to_owner_id is null and details ? 'ruleId';

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
  details -> 'explanation' as explanation
from lifecycle_event;

-- The house can be emptied; tables that say so keep what came with the program.

create or replace function ledger.refuse() returns trigger
language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' and current_setting('tongzhou.emptying', true) = 'on' then
    return null;
  end if;
  raise exception '% of % is not allowed', tg_argv[0], tg_table_name using errcode = 'TZ002';
end
$$;

comment on table opportunity_type is 'kind: business, remains. How heavy an opportunity is kept: pipeline with stages, a brief, or a tag (R-OPP-1).';
comment on table opportunity_stage is 'kind: business, part of type_id, remains. The stages of a type, in order, with the few fields and the evidence that entering them demands (R-OPP-2).';
comment on table role is 'kind: business, remains. Roles; those that came with the product are data like any other, but cannot be removed.';
comment on table grant_rule is 'kind: business, remains. What a role may do to which records of an object. * stands for all objects or actions without a line of their own.';
comment on table field_grant is 'kind: business, remains. What a role may do with a governed field: level for records within scope and pools, beyond for the others it can see. No line: the field does not exist.';
comment on table ledger_rename is 'kind: outside, remains. Columns that were renamed, so that older images still find them. Names are never used twice.';
comment on table operation is 'kind: outside, remains. One row for every act that wrote business rows: who, when, why, as part of what.';
comment on table saved_view is 'kind: business, remains. A named filter, sort and choice of columns of one list. Shipped views have a name key instead of a name and no owner.';
comment on table migration is 'kind: outside, remains. Which migrations this database has been through.';
comment on table worker_process is 'kind: outside, remains. Living job workers; whose advisory lock is free is dead, and its jobs are given back.';
comment on table schedule_run is 'kind: outside, remains. The last due moment of each schedule that was acted on; moving it forward is what makes one worker of many act.';
comment on table rate_limit is 'kind: outside, remains. Counters of limited acts, in the database so that all processes count together.';
comment on table pool is 'kind: business, remains. Where a lead without an owner waits. Only public pools (公海) are split, by team.';

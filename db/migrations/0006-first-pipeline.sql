-- The type of opportunities a company starts with. From here on it is data that sales managers edit.

insert into opportunity_type (id, code, name, weight)
values
  (gen_random_uuid(), 'pipeline', '新购 巡检设备', 'pipeline');

insert into opportunity_stage (id, type_id, position, name, probability, required_fields, required_evidence, usual_days)
select gen_random_uuid(), t.id, s.position, s.name, s.probability, s.required_fields::text[], s.required_evidence::text[], s.usual_days
from (
  values
    (1, '需求确认', 10, '{}', '{}', 12),
    (2, '样机试用', 30, '{nextStep}', '{}', 14),
    (3, '方案确认', 50, '{amount}', '{meeting_held}', 9),
    (4, '商务谈判', 70, '{expectedCloseOn}', '{role:approver}', 14),
    (5, '签约中', 90, '{}', '{}', 10)
) as s (position, name, probability, required_fields, required_evidence, usual_days)
join opportunity_type as t on t.code = 'pipeline';

-- Who sets what is to be won: sales managers, like stages and pools (administrators may everything).

insert into grant_rule (id, role_id, object, action, scope)
select gen_random_uuid(), role.id, 'sales_target', '*', 'all'
from role
where role.code = 'sales_manager';

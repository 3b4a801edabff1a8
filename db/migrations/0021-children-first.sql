-- Whoever refers to a contact, account, lead, identifier, assignment or opportunity is removed before it, so the reference
-- may say restrict: PostgreSQL then asks once for each row that goes, not twice. References of a table to itself, and those
-- of facts by month, wait for the end as before.

do $$
declare
  key record;
begin
  for key in
    select
      k.conrelid::regclass as place,
      quote_ident(k.conname) as name,
      replace(pg_get_constraintdef(k.oid), ' DEFERRABLE', ' ON DELETE RESTRICT DEFERRABLE') as definition
    from pg_constraint as k
    where k.contype = 'f'
      and k.conparentid = 0
      and k.confdeltype = 'a'
      and k.conrelid <> k.confrelid
      and k.confrelid in (
        'contact'::regclass, 'account'::regclass, 'lead'::regclass,
        'identifier'::regclass, 'assignment'::regclass, 'opportunity'::regclass)
      and k.conrelid <> 'touch'::regclass
    order by k.oid
  loop
    execute format('alter table %s drop constraint %s, add constraint %s %s', key.place, key.name, key.name, key.definition);
  end loop;
end
$$;

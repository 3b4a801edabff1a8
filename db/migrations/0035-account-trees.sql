-- Companies stand in trees that never close to a circle, know what they are there, and pass their owner down.

-- Whether an account would stand below itself if this were its parent. A check of the row as well, so that an undo sees it.
create function account_circles(account_id uuid, below_id uuid) returns boolean
language plpgsql stable as $$
declare
  above uuid := below_id;
begin
  while above is not null loop
    if above = account_id then
      return true;
    end if;
    select parent_id into above from public.account where id = above;
  end loop;
  return false;
end
$$;

alter table account add column tree_place text collate "C" check (tree_place in ('group', 'subsidiary', 'branch'));
alter table account add constraint account_not_below_itself check (parent_id is null or not account_circles(id, parent_id));
alter table account add constraint account_tree_of_companies check (parent_id is null or kind = 'company');

-- Two that move at once could each be right alone and close a circle together: each holds the row it moved, and locks what
-- stands above its new place, so the second waits for the first and then sees it (or must begin again).
create function account_refuse_circle() returns trigger
language plpgsql as $$
declare
  above uuid := new.parent_id;
begin
  while above is not null loop
    if above = new.id then
      raise exception 'account % would be below itself', new.id
        using errcode = '23514', constraint = 'account_not_below_itself', table = 'account';
    end if;
    select parent_id into above from account where id = above for share;
  end loop;
  return null;
end
$$;
create constraint trigger account_put_below after insert on account
deferrable initially immediate for each row when (new.parent_id is not null) execute function account_refuse_circle();
create constraint trigger account_moved_below after update of parent_id on account
deferrable initially immediate for each row when (new.parent_id is not null and new.parent_id is distinct from old.parent_id) execute function account_refuse_circle();

create or replace view published.account as
select
  id,
  kind,
  name,
  name_sort,
  parent_id,
  merged_into_id,
  owner_id,
  confirmed,
  industry_code,
  region_code,
  size_band,
  tier,
  tree_place
from account;
comment on view published.account is 'Accounts, for the statements of other capabilities.';

create function published.account_line(start uuid) returns table (id uuid, depth int)
language sql stable rows 4 as $$
  with recursive line as (
    select a.id, a.parent_id, 0 as depth
    from public.account as a
    where a.id = start
    union all
    select above.id, above.parent_id, line.depth + 1
    from line
    join public.account as above on above.id = line.parent_id
  )
  select line.id, line.depth from line
$$;
comment on function published.account_line(uuid) is 'A company and all above it, the nearest first.';

create function published.account_below(tops uuid[]) returns table (id uuid)
language sql stable rows 20 as $$
  with recursive below as (
    select a.id
    from public.account as a
    where a.id = any(tops)
    union
    select child.id
    from below
    join public.account as child on child.parent_id = below.id
  )
  select below.id from below
$$;
comment on function published.account_below(uuid[]) is 'Companies and all below them, each once.';

create function published.account_nearest_owner(start uuid) returns uuid
language plpgsql stable as $$
declare
  above uuid := start;
  owner uuid;
begin
  while above is not null loop
    select a.owner_id, a.parent_id into owner, above from public.account as a where a.id = above;
    if owner is not null then
      return owner;
    end if;
  end loop;
  return null;
end
$$;
comment on function published.account_nearest_owner(uuid) is 'Who owns a company, or the nearest one above it that has an owner (R-ACC-1).';

-- Accounts: who buys. Companies form group, subsidiary, branch trees; households hold a family.

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

create table account (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  kind text collate "C" not null check (kind in ('company', 'household')),
  name text not null,
  name_sort text collate "C" not null,
  parent_id uuid references account (id) deferrable initially immediate,
  merged_into_id uuid references account (id) deferrable initially immediate,
  owner_id uuid references person (id) deferrable initially immediate,
  confirmed boolean not null default true,
  industry_code text collate "C",
  region_code text collate "C" check (region_code ~ '^[0-9]{6}$'),
  size_band text collate "C" check (size_band in ('1-49', '50-199', '200-999', '1000-4999', '5000+')),
  tier text collate "C",
  website text,
  address text,
  note text,
  tree_place text collate "C" check (tree_place in ('group', 'subsidiary', 'branch')),
  check (parent_id <> id),
  check (merged_into_id <> id),
  constraint account_not_below_itself check (parent_id is null or not account_circles(id, parent_id)),
  constraint account_tree_of_companies check (parent_id is null or kind = 'company')
);
comment on table account is 'kind: business. Who buys: a company or a household. Not confirmed: named by a lead only, until a conversion confirms it.';
create index account_parent on account (parent_id) where parent_id is not null;
create index account_merged on account (merged_into_id) where merged_into_id is not null;
create index account_owner on account (owner_id, id) where owner_id is not null;
create index account_name on account (name_sort, id);
create index account_region on account (region_code, id);
create index account_operation on account using brin (operation_id);

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

create table account_identifier (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  account_id uuid not null references account (id) on delete restrict deferrable initially immediate,
  home_account_id uuid not null,
  kind text collate "C" not null,
  value text collate "C" not null,
  raw text,
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3),
  check (valid_to >= valid_from)
);
comment on table account_identifier is 'kind: business, part of account_id. By what an account is met: credit_code, company_key, domain, member:<source>, record. Belongs to one account at a time (R-ID-1).';
create unique index account_identifier_value on account_identifier (kind, value) where valid_to is null;
create index account_identifier_account on account_identifier (account_id);
create index account_identifier_home on account_identifier (home_account_id);
create index account_identifier_operation on account_identifier using brin (operation_id);

create function account_home_begins() returns trigger
language plpgsql as $$
begin
  new.home_account_id = new.account_id;
  return new;
end
$$;
comment on function account_home_begins is 'The first account of a row is its home (R-ID-7). Homes have no foreign key: an account that is one was merged into another, and account_merge keeps it.';

create view published.account as
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

create view published.account_identifier as
select
  id,
  account_id,
  home_account_id,
  kind,
  value,
  valid_to,
  valid_from
from account_identifier;
comment on view published.account_identifier is 'Identifiers of accounts, for the statements of other capabilities.';

-- Rights: who may do what with an account besides its owner, and who has which share of the result (R-ACC-1).

create table account_right (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  account_id uuid not null references account (id) on delete restrict deferrable initially immediate,
  home_account_id uuid not null,
  person_id uuid references person (id) deferrable initially immediate,
  team_id uuid references team (id) deferrable initially immediate,
  level text collate "C" not null check (level in ('none', 'view', 'follow')),
  part text check (char_length(part) between 1 and 40),
  since timestamptz(3) not null,
  until timestamptz(3),
  constraint account_right_one_holder check (num_nonnulls(person_id, team_id) = 1),
  check (until >= since)
);
comment on table account_right is 'kind: business, part of account_id. A right of a person or team on an account and all below it, until another one is set there for the same (none: not here). An ended one is history. part: what they are for the customer.';
create unique index account_right_present on account_right (account_id, coalesce(person_id, team_id)) where until is null;
create index account_right_account on account_right (account_id);
create index account_right_away on account_right (home_account_id) where home_account_id <> account_id;
create index account_right_person on account_right (person_id) where person_id is not null;
create index account_right_team on account_right (team_id) where team_id is not null;
create index account_right_operation on account_right using brin (operation_id);
create trigger account_right_home before insert on account_right for each row
when (new.home_account_id is null) execute function account_home_begins();

create table opportunity_collaborator (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  opportunity_id uuid not null references opportunity (id) on delete restrict deferrable initially immediate,
  person_id uuid not null references person (id) deferrable initially immediate,
  since timestamptz(3) not null,
  until timestamptz(3),
  check (until >= since)
);
comment on table opportunity_collaborator is 'kind: business, part of opportunity_id. Who collaborates on an opportunity: sees it and its account, and may write activities on it. An ended one is history.';
create unique index opportunity_collaborator_present on opportunity_collaborator (opportunity_id, person_id) where until is null;
create index opportunity_collaborator_opportunity on opportunity_collaborator (opportunity_id);
create index opportunity_collaborator_person on opportunity_collaborator (person_id);
create index opportunity_collaborator_operation on opportunity_collaborator using brin (operation_id);

create function published.account_given(start uuid, wanted text) returns uuid[]
language plpgsql stable as $$
begin
  if not exists (select from public.account_right as given where given.until is null) then
    return '{}';
  end if;
  return array(
    select nearest.holder_id
    from (
      select distinct on (holder.id) holder.id as holder_id, given.level
      from published.account_line(start) as line
      join public.account_right as given on given.account_id = line.id and given.until is null
      cross join lateral (select coalesce(given.person_id, given.team_id) as id) as holder
      order by holder.id, line.depth
    ) as nearest
    where nearest.level = wanted
  );
end
$$;
comment on function published.account_given(uuid, text) is 'People and teams that have this right on an account: set there, or on the nearest one above it where something is set for them.';

create trigger people_changed after insert or update or delete on account_right for each statement execute function people_changed();
create trigger people_changed after insert or update or delete on opportunity_collaborator for each statement execute function people_changed();

create table credit_split (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  account_id uuid references account (id) on delete restrict deferrable initially immediate,
  home_account_id uuid,
  opportunity_id uuid references opportunity (id) on delete restrict deferrable initially immediate,
  since timestamptz(3) not null,
  until timestamptz(3),
  constraint credit_split_of_one check (num_nonnulls(account_id, opportunity_id) = 1),
  constraint credit_split_account_has_home check (num_nonnulls(account_id, home_account_id) <> 1),
  check (until >= since)
);
comment on table credit_split is 'kind: business, part of account_id, part of opportunity_id. How the results of an account and all below it, or of one opportunity, are shared among people; an ended one is history.';
create unique index credit_split_account_present on credit_split (account_id) where until is null and account_id is not null;
create unique index credit_split_opportunity_present on credit_split (opportunity_id) where until is null and opportunity_id is not null;
create index credit_split_account on credit_split (account_id) where account_id is not null;
create index credit_split_away on credit_split (home_account_id) where home_account_id <> account_id;
create index credit_split_opportunity on credit_split (opportunity_id) where opportunity_id is not null;
create index credit_split_operation on credit_split using brin (operation_id);
create trigger credit_split_home before insert on credit_split for each row
when (new.home_account_id is null and new.account_id is not null) execute function account_home_begins();

create table credit_share (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  split_id uuid not null references credit_split (id) on delete restrict deferrable initially immediate,
  person_id uuid not null references person (id) deferrable initially immediate,
  percent numeric(5, 2) not null check (percent > 0 and percent <= 100),
  unique (split_id, person_id)
);
comment on table credit_share is 'kind: business, part of split_id. The share of one person; those of a split make exactly 100. Never updated: another split takes its place.';
create index credit_share_person on credit_share (person_id);
create index credit_share_operation on credit_share using brin (operation_id);

create function credit_adds_up() returns trigger
language plpgsql as $$
declare
  checked uuid := case
    when tg_table_name = 'credit_split' then (to_jsonb(new) ->> 'id')::uuid
    else (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'split_id')::uuid
  end;
  total numeric;
begin
  if exists (select from public.credit_split where id = checked) then
    select coalesce(sum(percent), 0) into total from public.credit_share where split_id = checked;
    if total <> 100 then
      raise exception 'the shares of credit split % make %', checked, total
        using errcode = '23514', constraint = 'credit_makes_100', table = 'credit_share';
    end if;
  end if;
  return null;
end
$$;
comment on function credit_adds_up is 'Looks once all of a transaction is written: a split and its shares come in two statements, and undo puts rows back one by one.';
create constraint trigger credit_makes_100 after insert on credit_split
deferrable initially deferred for each row execute function credit_adds_up();
create constraint trigger credit_shares_make_100 after insert or update or delete on credit_share
deferrable initially deferred for each row execute function credit_adds_up();

create table territory (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  name text not null check (char_length(name) between 1 and 60),
  person_id uuid references person (id) deferrable initially immediate,
  team_id uuid references team (id) deferrable initially immediate,
  regions text[] collate "C" not null,
  region_patterns text[] collate "C" not null,
  industries text[] collate "C" not null,
  divisions text[] collate "C" not null,
  size_bands text[] collate "C" not null,
  constraint territory_one_holder check (num_nonnulls(person_id, team_id) = 1),
  constraint territory_asks_something check (cardinality(regions) + cardinality(industries) + cardinality(size_bands) > 0)
);
comment on table territory is 'kind: business, remains. A rule over region, industry and size of companies that names a person or team: what grants with the scope territory reach. What is empty asks nothing; region_patterns and divisions are regions and industries as companies are compared with them.';
create unique index territory_name on territory (lower(name));
create index territory_person on territory (person_id) where person_id is not null;
create index territory_team on territory (team_id) where team_id is not null;
create index territory_operation on territory using brin (operation_id);

create function published.account_in_territory(
  kind text, region_code text, industry_code text, size_band text, rule territory
) returns boolean
language sql immutable as $$
  select kind = 'company'
    and (rule.regions = '{}' or region_code like any (rule.region_patterns))
    and (rule.industries = '{}' or substring(industry_code from '^[A-T]?([0-9]{2})') = any (rule.divisions))
    and (rule.size_bands = '{}' or size_band = any (rule.size_bands))
$$;
comment on function published.account_in_territory(text, text, text, text, territory) is 'Whether a company meets the rule of a territory; null counts as no.';

create function published.territories_of(account_id uuid) returns uuid[]
language plpgsql stable as $$
begin
  if not exists (select from public.territory) then
    return '{}';
  end if;
  return array(
    select rule.id
    from public.account as a
    join public.territory as rule
      on published.account_in_territory(a.kind, a.region_code, a.industry_code, a.size_band, rule)
    where a.id = account_id
  );
end
$$;
comment on function published.territories_of(uuid) is 'The territories a company lies in, as its facts are now.';

create trigger people_changed after insert or update or delete on territory for each statement execute function people_changed();

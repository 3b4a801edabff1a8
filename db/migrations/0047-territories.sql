-- Territories: rules over companies that name who works there, and a scope of grants.

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

alter table grant_rule drop constraint grant_rule_scope_check;
alter table grant_rule add constraint grant_rule_scope_check check (scope in ('none', 'own', 'team', 'below', 'territory', 'all'));
alter table field_grant drop constraint field_grant_scope_check;
alter table field_grant add constraint field_grant_scope_check check (scope in ('none', 'own', 'team', 'below', 'territory', 'all'));

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

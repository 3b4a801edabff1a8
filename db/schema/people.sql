-- The company, its people and teams, what roles may do, and what happened around signing in.

create table company (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  name text not null,
  time_zone text collate "C" not null,
  currency text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
  language text collate "C" not null check (language in ('zh-CN', 'en')),
  export_watermark boolean not null default false
);
comment on table company is 'kind: business. The one company of this house; figures follow its time zone and currency.';
create unique index company_single on company ((true));
create index company_operation on company using brin (operation_id);

create table team (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  name text not null,
  parent_id uuid references team (id) deferrable initially immediate,
  check (parent_id <> id)
);
comment on table team is 'kind: business. Teams form a tree; a person sits in one.';
create index team_parent on team (parent_id);
create index team_operation on team using brin (operation_id);

-- A team below itself would hide its whole branch from everybody. Deferrable, because undo puts rows back one by one.
create function team_refuse_cycle() returns trigger
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('team.parent_id'));
  if exists (
    with recursive above as (
      select parent_id
      from team
      where id = new.id
      union
      select t.parent_id
      from team as t
      join above as a on a.parent_id = t.id
    )
    select from above where parent_id = new.id
  ) then
    raise exception 'team % would be below itself', new.id using errcode = 'TZ010';
  end if;
  return null;
end
$$;
create constraint trigger team_no_cycle after insert or update on team
deferrable initially immediate for each row execute function team_refuse_cycle();

create table person (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  name text not null,
  name_sort text collate "C" not null,
  email text collate "C",
  language text collate "C" not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  team_id uuid references team (id) deferrable initially immediate,
  active boolean not null default true,
  sign_in_id uuid
);
comment on table person is 'kind: business. Who uses the house. Passwords and sessions hang on sign_in_id in schema auth, outside the ledger.';
create unique index person_email on person (lower(email));
create unique index person_sign_in on person (sign_in_id);
create index person_team on person (team_id);
create index person_name on person (name_sort, id);
create index person_operation on person using brin (operation_id);

create table role (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  code text collate "C" not null unique,
  name_zh text not null unique,
  name_en text not null unique,
  shipped boolean not null default false
);
comment on table role is 'kind: business, remains. Roles; those that came with the product are data like any other, but cannot be removed.';
create index role_operation on role using brin (operation_id);

create table person_role (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  person_id uuid not null references person (id) deferrable initially immediate,
  role_id uuid not null references role (id) deferrable initially immediate,
  unique (person_id, role_id)
);
comment on table person_role is 'kind: business. Which roles a person has; they may what any of them may.';
create index person_role_role on person_role (role_id);
create index person_role_operation on person_role using brin (operation_id);

create table grant_rule (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  role_id uuid not null references role (id) deferrable initially immediate,
  object text collate "C" not null,
  action text collate "C" not null,
  scope text collate "C" not null check (scope in ('none', 'own', 'team', 'below', 'territory', 'all')),
  pools text[],
  unique (role_id, object, action)
);
comment on table grant_rule is 'kind: business, remains. What a role may do to which records of an object. * stands for all objects or actions without a line of their own.';
comment on column grant_rule.pools is 'Kinds of pools this reaches besides owned records; null: the pools the person belongs to.';
create index grant_rule_operation on grant_rule using brin (operation_id);

create table field_grant (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  role_id uuid not null references role (id) deferrable initially immediate,
  object text collate "C" not null,
  field text collate "C" not null,
  level text collate "C" not null check (level in ('hidden', 'masked', 'read', 'edit')),
  scope text collate "C" not null default 'all' check (scope in ('none', 'own', 'team', 'below', 'territory', 'all')),
  pools text[],
  beyond text collate "C" not null default 'hidden' check (beyond in ('hidden', 'masked', 'read', 'edit')),
  unique (role_id, object, field)
);
comment on table field_grant is 'kind: business, remains. What a role may do with a governed field: level for records within scope and pools, beyond for the others it can see. No line: the field does not exist.';
create index field_grant_operation on field_grant using brin (operation_id);

create table security_event (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  at timestamptz(3) not null,
  kind text collate "C" not null,
  person_id uuid,
  actor_id uuid,
  address text collate "C",
  details jsonb not null default '{}'
);
comment on table security_event is 'kind: fact, stays. Sign-ins, passwords, keys, roles and reveals; stays when the operation is undone. Without foreign keys, so that it outlives what it speaks of.';
create index security_event_at on security_event (at desc, id desc);
create index security_event_person on security_event (person_id, at desc, id desc);
create index security_event_operation on security_event using brin (operation_id);

create schema if not exists published;

create view published.person as
select
  id,
  name,
  name_sort,
  language,
  team_id,
  active
from person;
comment on view published.person is 'People by name and team, for the statements of other capabilities.';

create view published.reveal as
select
  at,
  person_id,
  details ->> 'object' as object,
  (details ->> 'recordId')::uuid as record_id,
  details ->> 'field' as field
from security_event
where kind = 'revealed';
comment on view published.reveal is 'Who looked behind which mask: what has been seen cannot be taken back.';

create view published.team as
select
  id,
  name,
  parent_id
from team;
comment on view published.team is 'The team tree.';

create view published.person_role as
select
  pr.person_id,
  r.code
from person_role as pr
join role as r on r.id = pr.role_id;
comment on view published.person_role is 'Codes of the roles people have.';

create view published.company as
select
  name,
  time_zone,
  currency,
  language
from company;
comment on view published.company is 'The company: its time zone decides days and months, its currency amounts.';

-- Every process keeps people, roles and grants in memory; this tells them to read again.
create function people_changed() returns trigger
language plpgsql as $$
begin
  perform pg_notify('tongzhou', '{"topic":"people"}');
  return null;
end
$$;
create trigger people_changed after insert or update or delete on company for each statement execute function people_changed();
create trigger people_changed after insert or update or delete on team for each statement execute function people_changed();
create trigger people_changed after insert or update or delete on person for each statement execute function people_changed();
create trigger people_changed after insert or update or delete on role for each statement execute function people_changed();
create trigger people_changed after insert or update or delete on person_role for each statement execute function people_changed();
create trigger people_changed after insert or update or delete on grant_rule for each statement execute function people_changed();
create trigger people_changed after insert or update or delete on field_grant for each statement execute function people_changed();

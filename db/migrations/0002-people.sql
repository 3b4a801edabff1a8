-- What the sign-in library keeps (better-auth 1.7.5 with its API keys), under its own names, and the secrets of the house.

create schema if not exists auth;

create table auth."user" (
  "id" uuid primary key default gen_random_uuid(),
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
comment on table auth."user" is 'kind: outside. One sign-in; name and e-mail are made-up words, the real ones are in person.';

create table auth."session" (
  "id" uuid primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" ("id") on delete cascade
);
comment on table auth."session" is 'kind: outside. Open sessions.';
create index "session_userId_idx" on auth."session" ("userId");

create table auth."account" (
  "id" uuid primary key default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
comment on table auth."account" is 'kind: outside. How a sign-in proves itself: a password (scrypt).';
create index "account_userId_idx" on auth."account" ("userId");

create table auth."verification" (
  "id" uuid primary key default gen_random_uuid(),
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
comment on table auth."verification" is 'kind: outside. Short-lived tokens of the sign-in library.';
create index "verification_identifier_idx" on auth."verification" ("identifier");

create table auth."apikey" (
  "id" uuid primary key default gen_random_uuid(),
  "configId" text not null,
  "name" text,
  "start" text,
  "referenceId" text not null,
  "prefix" text,
  "key" text not null,
  "refillInterval" integer,
  "refillAmount" integer,
  "lastRefillAt" timestamptz,
  "enabled" boolean,
  "rateLimitEnabled" boolean,
  "rateLimitTimeWindow" integer,
  "rateLimitMax" integer,
  "requestCount" integer,
  "remaining" integer,
  "lastRequest" timestamptz,
  "expiresAt" timestamptz,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "permissions" text,
  "metadata" text
);
comment on table auth."apikey" is 'kind: outside. API keys, hashed; each acts as its person within its permissions.';
create index "apikey_configId_idx" on auth."apikey" ("configId");
create index "apikey_referenceId_idx" on auth."apikey" ("referenceId");
create unique index "apikey_key_idx" on auth."apikey" ("key");

create table auth.secret (
  name text collate "C" primary key,
  value text not null,
  created_at timestamptz(3) not null default now()
);
comment on table auth.secret is 'kind: outside. Secrets made once, by the first process that asks, and shared by all.';

-- Sessions and keys are cached for seconds in every process; what ends them must be heard at once.
create function auth.sign_in_changed() returns trigger
language plpgsql as $$
begin
  perform pg_notify('tongzhou', '{"topic":"signIn"}');
  return null;
end
$$;
create trigger sign_in_changed after delete on auth."session" for each statement execute function auth.sign_in_changed();
create trigger sign_in_changed after delete or update of "enabled", "permissions", "expiresAt" on auth."apikey" for each statement execute function auth.sign_in_changed();

-- The company, its people and teams, what roles may do, and what happened around signing in.

create table company (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  name text not null,
  time_zone text collate "C" not null,
  currency text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
  language text collate "C" not null check (language in ('zh-CN', 'en'))
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
comment on table role is 'kind: business. Roles; those that came with the product are data like any other, but cannot be removed.';
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
  scope text collate "C" not null check (scope in ('none', 'own', 'team', 'below', 'all')),
  pools text[],
  unique (role_id, object, action)
);
comment on table grant_rule is 'kind: business. What a role may do to which records of an object. * stands for all objects or actions without a line of their own.';
comment on column grant_rule.pools is 'Kinds of pools this reaches besides owned records; null: the pools the person belongs to.';
create index grant_rule_operation on grant_rule using brin (operation_id);

create table field_grant (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  role_id uuid not null references role (id) deferrable initially immediate,
  object text collate "C" not null,
  field text collate "C" not null,
  level text collate "C" not null check (level in ('hidden', 'masked', 'read', 'edit')),
  scope text collate "C" not null default 'all' check (scope in ('none', 'own', 'team', 'below', 'all')),
  pools text[],
  beyond text collate "C" not null default 'hidden' check (beyond in ('hidden', 'masked', 'read', 'edit')),
  unique (role_id, object, field)
);
comment on table field_grant is 'kind: business. What a role may do with a governed field: level for records within scope and pools, beyond for the others it can see. No line: the field does not exist.';
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

-- Shipped roles and what they may do (R-ACC-6). From here on they are data that administrators edit.

insert into role (id, code, name_zh, name_en, shipped)
values
  (gen_random_uuid(), 'marketer', '市场', 'Marketer', true),
  (gen_random_uuid(), 'sdr', '线索清洗', 'SDR', true),
  (gen_random_uuid(), 'rep', '销售', 'Sales rep', true),
  (gen_random_uuid(), 'sales_manager', '销售主管', 'Sales manager', true),
  (gen_random_uuid(), 'csm', '客户成功', 'Customer success', true),
  (gen_random_uuid(), 'executive', '经营者', 'Executive', true),
  (gen_random_uuid(), 'admin', '管理员', 'Administrator', true);

insert into grant_rule (id, role_id, object, action, scope, pools)
select gen_random_uuid(), r.id, g.object, action, g.scope, g.pools::text[]
from (
  values
    ('marketer', 'lead', '{read,export}', 'all', null),
    ('marketer', 'lead', '{create}', 'own', null),
    ('marketer', 'lead', '{edit,assign}', 'own', '{nurture,sdr,triage}'),
    ('marketer', 'contact', '{read,export}', 'all', null),
    ('marketer', 'account', '{read,export}', 'all', null),
    ('marketer', 'opportunity', '{read}', 'all', null),
    ('marketer', 'import', '{*}', 'all', null),
    ('marketer', 'campaign', '{*}', 'all', null),
    ('marketer', 'asset', '{*}', 'all', null),
    ('marketer', 'journey', '{*}', 'all', null),
    ('marketer', 'capture', '{*}', 'all', null),
    ('marketer', 'standard', '{read,edit,sign_marketing}', 'all', null),
    ('marketer', 'routing', '{read}', 'all', null),
    ('marketer', 'pool', '{read}', 'all', null),
    ('marketer', '*', '{figures}', 'all', null),

    ('sdr', 'lead', '{read}', 'all', null),
    ('sdr', 'lead', '{create}', 'own', null),
    ('sdr', 'lead', '{edit,assign,export}', 'own', '{sdr}'),
    ('sdr', 'contact', '{read}', 'all', null),
    ('sdr', 'contact', '{create,edit,export}', 'own', '{sdr}'),
    ('sdr', 'account', '{read}', 'all', null),
    ('sdr', 'account', '{create,edit,export}', 'own', '{sdr}'),
    ('sdr', 'campaign', '{read}', 'all', null),
    ('sdr', 'asset', '{read,use}', 'all', null),
    ('sdr', 'standard', '{read}', 'all', null),
    ('sdr', 'pool', '{read}', 'all', null),
    ('sdr', '*', '{figures}', 'team', null),

    ('rep', 'lead', '{read,claim}', 'own', null),
    ('rep', 'lead', '{create,edit,export}', 'own', '{}'),
    ('rep', 'contact', '{read}', 'team', null),
    ('rep', 'contact', '{create,edit,export}', 'own', '{}'),
    ('rep', 'account', '{read}', 'team', null),
    ('rep', 'account', '{create,edit,export}', 'own', '{}'),
    ('rep', 'opportunity', '{read,create,edit,export}', 'own', null),
    ('rep', 'campaign', '{read}', 'all', null),
    ('rep', 'asset', '{read,use}', 'all', null),
    ('rep', 'standard', '{read}', 'all', null),
    ('rep', '*', '{figures}', 'own', null),

    ('sales_manager', 'lead', '{read,create,edit,assign,export,delete}', 'below', null),
    ('sales_manager', 'contact', '{read,create,edit,assign,export,delete}', 'below', null),
    ('sales_manager', 'account', '{read,create,edit,assign,export,delete}', 'below', null),
    ('sales_manager', 'opportunity', '{read,create,edit,assign,export,delete}', 'below', null),
    ('sales_manager', 'campaign', '{read}', 'all', null),
    ('sales_manager', 'asset', '{read,use}', 'all', null),
    ('sales_manager', 'standard', '{read,sign_sales}', 'all', null),
    ('sales_manager', 'routing', '{*}', 'all', null),
    ('sales_manager', 'pool', '{*}', 'all', null),
    ('sales_manager', 'opportunity_type', '{*}', 'all', null),
    ('sales_manager', 'operation', '{read}', 'below', null),
    ('sales_manager', '*', '{figures}', 'all', null),

    ('csm', 'lead', '{read}', 'own', '{}'),
    ('csm', 'contact', '{read,edit}', 'own', '{}'),
    ('csm', 'account', '{read,edit}', 'own', '{}'),
    ('csm', 'opportunity', '{read}', 'own', null),
    ('csm', 'campaign', '{read}', 'all', null),
    ('csm', 'asset', '{read,use}', 'all', null),
    ('csm', 'standard', '{read}', 'all', null),
    ('csm', '*', '{figures}', 'own', null),

    ('executive', 'lead', '{read}', 'all', null),
    ('executive', 'contact', '{read}', 'all', null),
    ('executive', 'account', '{read}', 'all', null),
    ('executive', 'opportunity', '{read}', 'all', null),
    ('executive', 'campaign', '{read}', 'all', null),
    ('executive', 'asset', '{read}', 'all', null),
    ('executive', 'standard', '{read}', 'all', null),
    ('executive', '*', '{figures}', 'all', null),

    ('admin', '*', '{*}', 'all', null)
) as g (role, object, actions, scope, pools)
join role as r on r.code = g.role
cross join unnest(g.actions::text[]) as action;

insert into field_grant (id, role_id, object, field, level, scope, pools, beyond)
select gen_random_uuid(), r.id, f.object, field, f.level, f.scope, f.pools::text[], f.beyond
from (
  values
    ('marketer', 'contact', '{phone,email,wechat}', 'masked', 'all', null, 'masked'),
    ('marketer', 'contact', '{job}', 'read', 'all', null, 'read'),
    ('marketer', 'opportunity', '{amount}', 'read', 'all', null, 'read'),
    ('sdr', 'contact', '{phone,email,wechat}', 'edit', 'own', '{sdr}', 'masked'),
    ('sdr', 'contact', '{job}', 'edit', 'all', null, 'edit'),
    ('rep', 'contact', '{phone,email,wechat}', 'edit', 'own', '{}', 'masked'),
    ('rep', 'contact', '{job}', 'edit', 'all', null, 'edit'),
    ('rep', 'opportunity', '{amount}', 'edit', 'all', null, 'edit'),
    ('sales_manager', 'contact', '{phone,email,wechat}', 'edit', 'below', null, 'masked'),
    ('sales_manager', 'contact', '{job}', 'edit', 'all', null, 'edit'),
    ('sales_manager', 'opportunity', '{amount}', 'edit', 'all', null, 'edit'),
    ('csm', 'contact', '{phone,email,wechat}', 'edit', 'own', '{}', 'masked'),
    ('csm', 'contact', '{job}', 'read', 'all', null, 'read'),
    ('csm', 'opportunity', '{amount}', 'read', 'all', null, 'read'),
    ('executive', 'contact', '{phone,email,wechat}', 'masked', 'all', null, 'masked'),
    ('executive', 'contact', '{job}', 'read', 'all', null, 'read'),
    ('executive', 'opportunity', '{amount}', 'read', 'all', null, 'read'),
    -- An administrator reveals contact details one by one, and each is logged.
    ('admin', 'contact', '{phone,email,wechat}', 'masked', 'all', null, 'masked'),
    ('admin', '*', '{*}', 'edit', 'all', null, 'edit')
) as f (role, object, fields, level, scope, pools, beyond)
join role as r on r.code = f.role
cross join unnest(f.fields::text[]) as field;

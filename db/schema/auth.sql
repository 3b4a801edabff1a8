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

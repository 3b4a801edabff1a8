-- Routing: who gets which lead, how, and why.

create table routing_rule (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  name text not null,
  position int not null,
  enabled boolean not null default true,
  conditions jsonb not null default '{"combinator": "and", "rules": []}',
  target text collate "C" not null check (target in ('user', 'team', 'sdr', 'nurture')),
  target_person_id uuid references person (id) deferrable initially immediate,
  target_team_id uuid references team (id) deferrable initially immediate,
  method text collate "C" not null default 'round_robin' check (method in ('round_robin', 'weighted', 'least_loaded', 'best_closer')),
  weights jsonb not null default '{}',
  max_in_hand int check (max_in_hand > 0),
  max_per_day int check (max_per_day > 0),
  otherwise text collate "C" not null default 'next_rule' check (otherwise in ('next_rule', 'triage')),
  fallback boolean not null default false,
  constraint routing_rule_target check (
    (target = 'user') = (target_person_id is not null) and (target = 'team') = (target_team_id is not null)
  ),
  constraint routing_rule_position unique (position) deferrable initially immediate
);
comment on table routing_rule is 'kind: business. Ordered rules; the first that matches decides. The fallback has no conditions and comes last. Limits are for one person, leads in hand and leads a day, by this rule; otherwise: what happens when nobody of the target can take the lead.';
create unique index routing_rule_fallback on routing_rule ((true)) where fallback;
create index routing_rule_person on routing_rule (target_person_id) where target_person_id is not null;
create index routing_rule_team on routing_rule (target_team_id) where target_team_id is not null;
create index routing_rule_operation on routing_rule using brin (operation_id);

create table routing_member (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  person_id uuid not null unique references person (id) deferrable initially immediate,
  takes_leads boolean not null default true,
  capacity int check (capacity >= 0)
);
comment on table routing_member is 'kind: business, part of person_id. Whether a person takes leads from the rules, and how many he has in hand at most; no row: who has the role rep takes them, without limit.';
create index routing_member_operation on routing_member using brin (operation_id);

create view published.routing_rule as
select
  id,
  name,
  position,
  enabled,
  target,
  fallback
from routing_rule;
comment on view published.routing_rule is 'Names of rules, for explanations on records.';

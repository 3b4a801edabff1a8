-- Two contacts that may be one person wait for somebody to judge them.

create table duplicate_pair (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  first_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  second_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  found_by text collate "C" not null check (found_by in ('capture', 'person')),
  at timestamptz(3) not null,
  verdict text collate "C" check (verdict in ('different', 'later')),
  decided_by uuid references person (id) deferrable initially immediate,
  decided_at timestamptz(3),
  unique (first_id, second_id),
  check (first_id < second_id),
  constraint duplicate_pair_verdict_dated check ((verdict is null) = (decided_at is null))
);
comment on table duplicate_pair is 'kind: business, together verdict/decided_by/decided_at. Two contacts that may be one person, for people to judge. Without a verdict it waits, later waits behind the others, different is never asked again; the same person is a merge and no verdict, so that its end asks again.';
create index duplicate_pair_second on duplicate_pair (second_id);
create index duplicate_pair_operation on duplicate_pair using brin (operation_id);

create table duplicate_evidence (
  pair_id uuid primary key,
  bits real not null,
  prior real not null,
  probability real not null,
  lines jsonb not null,
  weighed_at timestamptz(3) not null
);
comment on table duplicate_evidence is 'kind: derived. What the two records of a pair say for and against being one, in bits, field by field; weighed anew when one of them changes.';
create index duplicate_evidence_probability on duplicate_evidence (probability, pair_id);

create view published.contact_conflict as
select
  id,
  contact_id,
  other_contact_id,
  at
from contact_conflict;
comment on view published.contact_conflict is 'Pairs of contacts whose identifiers came in one record, for the capability that lets people judge them.';

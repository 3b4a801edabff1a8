-- The lead standard: the versioned agreement on what a qualified lead is, signed by marketing and by sales.

create table lead_standard (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  version int not null unique deferrable initially immediate,
  content jsonb not null,
  note text,
  based_on_id uuid references lead_standard (id) deferrable initially immediate,
  state text collate "C" not null default 'draft' check (state in ('draft', 'in_force', 'superseded')),
  in_force_from timestamptz(3),
  superseded_at timestamptz(3),
  check ((state = 'draft') = (in_force_from is null)),
  check ((state = 'superseded') = (superseded_at is not null))
);
comment on table lead_standard is 'kind: business. Versions of the standard. One is in force; it got there by two signatures of two people (R-STD-2), which the database checks.';
create unique index lead_standard_in_force on lead_standard ((true)) where state = 'in_force';
create index lead_standard_based_on on lead_standard (based_on_id) where based_on_id is not null;
create index lead_standard_operation on lead_standard using brin (operation_id);

create table standard_signature (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  standard_id uuid not null references lead_standard (id) deferrable initially immediate,
  side text collate "C" not null check (side in ('marketing', 'sales')),
  person_id uuid not null references person (id) deferrable initially immediate,
  signed_at timestamptz(3) not null,
  content_hash text collate "C" not null,
  unique (standard_id, side),
  unique (standard_id, person_id)
);
comment on table standard_signature is 'kind: business, part of standard_id. Who signed which content for which side; one person signs for one side only.';
create index standard_signature_person on standard_signature (person_id);
create index standard_signature_operation on standard_signature using brin (operation_id);

-- What a signature speaks of: jsonb has one text for one value, whatever the order of the keys it came with.
create function standard_content_hash(content jsonb) returns text
language sql immutable parallel safe
as $$ select encode(sha256(convert_to(content::text, 'UTF8')), 'hex') $$;

create function lead_standard_guard() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'standard % must begin as a draft', new.version using errcode = 'TZ020';
    end if;
    return null;
  end if;
  if new.content is distinct from old.content
     and (old.state <> 'draft' or exists (select from standard_signature where standard_id = new.id)) then
    raise exception 'standard % is signed; make a new draft', new.version using errcode = 'TZ021';
  end if;
  if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'in_force'), ('in_force', 'in_force'), ('in_force', 'superseded'), ('superseded', 'superseded')) then
    raise exception 'standard % cannot go from % to %', new.version, old.state, new.state using errcode = 'TZ020';
  end if;
  if new.state <> 'draft' and (
    select count(*)
    from standard_signature
    where standard_id = new.id and content_hash = standard_content_hash(new.content)
  ) <> 2 then
    raise exception 'standard % cannot take force: it needs a signature of marketing and one of sales', new.version using errcode = 'TZ020';
  end if;
  return null;
end
$$;
create constraint trigger lead_standard_is_signed after insert or update on lead_standard
deferrable initially immediate for each row execute function lead_standard_guard();

create function lead_standard_keep() returns trigger
language plpgsql as $$
begin
  if old.state <> 'draft' then
    raise exception 'standard % was in force and stays', old.version using errcode = 'TZ020';
  end if;
  return old;
end
$$;
create trigger lead_standard_stays before delete on lead_standard
for each row execute function lead_standard_keep();

create function standard_signature_guard() returns trigger
language plpgsql as $$
declare
  signed lead_standard;
begin
  select * into signed from lead_standard where id = coalesce(new.standard_id, old.standard_id) for update;
  if signed.state <> 'draft' then
    raise exception 'standard % takes no more signatures and gives none back', signed.version using errcode = 'TZ022';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if tg_op = 'UPDATE' then
    raise exception 'a signature is never changed' using errcode = 'TZ022';
  end if;
  if new.content_hash <> standard_content_hash(signed.content) then
    raise exception 'standard % is not what was signed', signed.version using errcode = 'TZ022';
  end if;
  return new;
end
$$;
create trigger standard_signature_is_true before insert or update or delete on standard_signature
for each row execute function standard_signature_guard();

create table judgement (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  lead_id uuid not null references lead (id) on delete restrict deferrable initially immediate,
  standard_id uuid not null references lead_standard (id) deferrable initially immediate,
  judged_at timestamptz(3) not null,
  fit int not null,
  engagement int not null,
  fit_grade text collate "C" not null check (fit_grade in ('A', 'B', 'C', 'D')),
  engagement_grade int not null check (engagement_grade between 1 and 4),
  destination text collate "C" not null check (destination in ('mql', 'qualify', 'nurture', 'hold')),
  trigger text collate "C" not null
);
comment on table judgement is 'kind: business, part of lead_id with stage/owner_id/pool_id/cycle. A lead was judged by a version of the standard, and what its cell said; written when the cell or the version is new. Never updated.';
comment on column judgement.engagement is 'Tenths of a point (R-SCORE-2).';
create index judgement_lead on judgement (lead_id, judged_at desc, id desc);
create index judgement_standard on judgement (standard_id, judged_at);
create index judgement_operation on judgement using brin (operation_id);

create table lead_score (
  lead_id uuid primary key,
  standard_id uuid not null,
  fit int not null,
  engagement int not null,
  fit_grade text collate "C" not null,
  engagement_grade int not null,
  cell text collate "C" not null,
  destination text collate "C" not null,
  next_change_at timestamptz(3),
  scored_at timestamptz(3) not null,
  scored_by uuid not null
);
comment on table lead_score is 'kind: derived. The current score of a lead by the standard in force; rebuilt from touches, facts and the standard. next_change_at: the earliest moment one of its touches steps down. scored_by: the operation that computed it.';
create index lead_score_next_change on lead_score (next_change_at) where next_change_at is not null;
create index lead_score_scored_by on lead_score (scored_by);
create index lead_score_heat on lead_score (engagement, lead_id, cell);
create index lead_score_cell on lead_score (cell, lead_id);

create view published.lead_score as
select
  lead_id,
  standard_id,
  fit,
  engagement,
  fit_grade,
  engagement_grade,
  cell,
  destination,
  next_change_at,
  scored_by
from lead_score;
comment on view published.lead_score is 'Current scores, for lists and conditions.';

create view published.judgement as
select
  id,
  lead_id,
  standard_id,
  judged_at,
  fit,
  engagement,
  fit_grade,
  engagement_grade,
  destination
from judgement;
comment on view published.judgement is 'Judgements, for figures and timelines.';

create view published.lead_standard as
select
  id,
  version,
  state,
  in_force_from,
  superseded_at
from lead_standard;
comment on view published.lead_standard is 'Versions of the standard without their content.';

create view published.reject_reason as
select
  r.code,
  r.name,
  r.effect,
  r.wakes
from lead_standard
cross join lateral jsonb_to_recordset(content -> 'rejectReasons') as r (code text, name text, effect text, wakes boolean)
where state = 'in_force';
comment on view published.reject_reason is 'Reasons to reject or give back a lead and what each does, by the standard in force.';

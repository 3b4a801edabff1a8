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

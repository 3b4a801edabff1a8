-- Insights: what is aimed at. Figures themselves are computed from published views.

create table sales_target (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  month date not null check (extract(day from month) = 1),
  team_id uuid references team (id) deferrable initially immediate,
  amount bigint not null check (amount >= 0),
  currency text collate "C" not null default 'CNY' check (currency ~ '^[A-Z]{3}$')
);
comment on table sales_target is 'kind: business. What is to be won in a month, for the company (no team) or a team.';
create unique index sales_target_month on sales_target (month, team_id) nulls not distinct;
create index sales_target_team on sales_target (team_id) where team_id is not null;
create index sales_target_operation on sales_target using brin (operation_id);

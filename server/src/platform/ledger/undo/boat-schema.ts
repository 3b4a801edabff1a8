/** A small world with every shape that undo must cope with: parts, self references, checks, partial keys, facts by month. */
export const boatSchema = `
  create table account (
    id uuid primary key,
    operation_id uuid not null default current_operation(),
    name text not null,
    parent_id uuid references account (id) deferrable initially immediate
  );
  comment on table account is 'kind: business. Who buys.';
  create table contact (
    id uuid primary key,
    operation_id uuid not null default current_operation(),
    name text not null,
    title text,
    fax text
  );
  comment on table contact is 'kind: business. A human being.';
  create table identifier (
    id uuid primary key,
    operation_id uuid not null default current_operation(),
    contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
    value text not null,
    retired boolean not null default false
  );
  create unique index identifier_value on identifier (lower(value)) where not retired;
  comment on table identifier is 'kind: business, part of contact_id. By what a contact is met.';
  create table lead (
    id uuid primary key,
    operation_id uuid not null default current_operation(),
    contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
    account_id uuid references account (id) on delete restrict deferrable initially immediate,
    stage text not null,
    owner text,
    pool text,
    check (num_nonnulls(owner, pool) = 1),
    check ((stage in ('assigned', 'sql')) = (owner is not null))
  );
  create unique index lead_open on lead (contact_id) where stage <> 'disqualified';
  comment on table lead is 'kind: business, together stage/owner. One episode of interest.';
  create table step (
    id uuid primary key,
    operation_id uuid not null default current_operation(),
    lead_id uuid not null references lead (id) on delete restrict deferrable initially immediate,
    to_stage text not null
  );
  comment on table step is 'kind: business, part of lead_id with stage/owner/pool. A move of a lead.';
  create table opportunity (
    id uuid primary key,
    operation_id uuid not null default current_operation(),
    lead_id uuid not null references lead (id) on delete restrict deferrable initially immediate
  );
  comment on table opportunity is 'kind: business. A possible sale.';
  create table touch (
    id uuid not null,
    operation_id uuid not null default current_operation(),
    identifier_id uuid not null references identifier (id) on delete restrict deferrable initially immediate,
    at timestamptz(3) not null,
    primary key (identifier_id, at, id)
  ) partition by range (at);
  comment on table touch is 'kind: fact, part of identifier_id. What the customer did.';
  select ledger.ensure_months('touch', '2025-11-01', '2025-12-01');
  select ledger.attach_all();`;

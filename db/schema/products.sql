-- Product lines: what is sold, as routing, leads, standards, territories and campaigns see it.

create table product_line (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  code text collate "C" not null unique deferrable initially immediate,
  name text not null,
  name_sort text collate "C" not null,
  parent_id uuid references product_line (id) deferrable initially immediate,
  position int not null default 0,
  active boolean not null default true,
  check (parent_id <> id)
);
comment on table product_line is 'kind: business. What is sold; a tree. A lead, touch or campaign without one is of an unknown line.';
create index product_line_parent on product_line (parent_id);
create index product_line_operation on product_line using brin (operation_id);

create view published.product_line as
select
  id,
  code,
  name,
  name_sort,
  parent_id,
  position,
  active
from product_line;
comment on view published.product_line is 'Product lines, for the statements of other capabilities.';

-- A person sees and changes what they allowed by a link of their own.

create table preference_link (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  contact_id uuid not null references contact (id) on delete restrict deferrable initially immediate,
  token_hash text collate "C" not null unique
);
comment on table preference_link is 'kind: business, part of contact_id. A link by which a person sees and changes what they allowed, for as long as they are known here. Of its token only the hash is kept; it stays with the record it was made for, whatever that is merged into.';
create index preference_link_contact on preference_link (contact_id);
create index preference_link_operation on preference_link using brin (operation_id);

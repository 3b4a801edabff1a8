-- Fields: what a company keeps about its records beyond what the product brings along.

create table custom_field (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  object text collate "C" not null check (object in ('contact', 'account', 'lead', 'opportunity', 'campaign')),
  type text collate "C" not null check (
    type in ('text', 'long', 'number', 'money', 'date', 'choice', 'choices', 'user', 'link', 'boolean', 'region', 'industry')
  ),
  name text not null,
  name_en text,
  help text,
  help_en text,
  position int not null,
  weight text collate "C" not null check (weight in ('decision', 'reference')),
  required boolean not null,
  is_unique boolean not null,
  sensitive boolean not null,
  visible_to text[] collate "C",
  options jsonb,
  linked_object text collate "C" check (linked_object in ('contact', 'account', 'lead', 'opportunity', 'campaign')),
  default_value jsonb,
  archived boolean not null,
  constraint custom_field_options_of_choices check ((type in ('choice', 'choices')) = (options is not null)),
  constraint custom_field_link_leads_somewhere check ((type = 'link') = (linked_object is not null)),
  constraint custom_field_unique_fits_type check (not is_unique or type in ('text', 'number', 'date', 'user', 'link'))
);
comment on table custom_field is 'kind: business. A field that a company added to contacts, accounts, leads, opportunities or campaigns. Type and object never change. visible_to: codes of the roles for which it exists, null for all; sensitive: masked for who may not edit the record.';
create unique index custom_field_name on custom_field (object, lower(name)) where not archived;
create index custom_field_order on custom_field (object, position, id);
create index custom_field_operation on custom_field using brin (operation_id);

create table custom_value (
  id uuid primary key,
  operation_id uuid not null default current_operation(),
  field_id uuid not null references custom_field (id) on delete restrict deferrable initially immediate,
  contact_id uuid references contact (id) on delete restrict deferrable initially immediate,
  home_contact_id uuid,
  account_id uuid references account (id) on delete restrict deferrable initially immediate,
  home_account_id uuid,
  lead_id uuid references lead (id) on delete restrict deferrable initially immediate,
  opportunity_id uuid references opportunity (id) on delete restrict deferrable initially immediate,
  campaign_id uuid references campaign (id) on delete restrict deferrable initially immediate,
  text_value text check (char_length(text_value) <= 200),
  long_value text,
  number_value numeric,
  amount bigint,
  currency text collate "C",
  day date,
  code text collate "C",
  codes text[] collate "C" check (cardinality(codes) > 0),
  yes boolean,
  person_id uuid references person (id) deferrable initially immediate,
  linked_contact_id uuid references contact (id) on delete restrict deferrable initially immediate,
  linked_account_id uuid references account (id) on delete restrict deferrable initially immediate,
  linked_lead_id uuid references lead (id) on delete restrict deferrable initially immediate,
  linked_opportunity_id uuid references opportunity (id) on delete restrict deferrable initially immediate,
  linked_campaign_id uuid references campaign (id) on delete restrict deferrable initially immediate,
  unique_key text collate "C",
  verified_by uuid references person (id) deferrable initially immediate,
  verified_at timestamptz(3),
  constraint custom_value_of_one_record check (num_nonnulls(contact_id, account_id, lead_id, opportunity_id, campaign_id) = 1),
  constraint custom_value_contact_has_home check (num_nonnulls(contact_id, home_contact_id) <> 1),
  constraint custom_value_account_has_home check (num_nonnulls(account_id, home_account_id) <> 1),
  constraint custom_value_is_one_value check (
    num_nonnulls(
      text_value,
      long_value,
      number_value,
      amount,
      day,
      code,
      codes,
      yes,
      person_id,
      linked_contact_id,
      linked_account_id,
      linked_lead_id,
      linked_opportunity_id,
      linked_campaign_id
    ) = 1
  ),
  constraint custom_value_amount_has_currency check (num_nonnulls(amount, currency) <> 1),
  constraint custom_value_verified_by_somebody check (num_nonnulls(verified_by, verified_at) <> 1)
);
comment on table custom_value is 'kind: business, part of contact_id, part of account_id, part of lead_id, part of opportunity_id, part of campaign_id, together amount/currency, together verified_by/verified_at. What one record has in one custom field; a field without a value has no row. unique_key is there where the field is unique.';
create unique index custom_value_contact on custom_value (contact_id, field_id) where contact_id is not null;
create unique index custom_value_account on custom_value (account_id, field_id) where account_id is not null;
create unique index custom_value_lead on custom_value (lead_id, field_id) where lead_id is not null;
create unique index custom_value_opportunity on custom_value (opportunity_id, field_id) where opportunity_id is not null;
create unique index custom_value_campaign on custom_value (campaign_id, field_id) where campaign_id is not null;
create unique index custom_value_unique on custom_value (field_id, unique_key) where unique_key is not null;
create index custom_value_home_contact on custom_value (home_contact_id) where home_contact_id is not null;
create index custom_value_home_account on custom_value (home_account_id) where home_account_id is not null;
create index custom_value_field on custom_value (field_id);
create index custom_value_text on custom_value (field_id, lower(normalize(text_value, NFKC)) text_pattern_ops) where text_value is not null;
create index custom_value_number on custom_value (field_id, number_value) where number_value is not null;
create index custom_value_amount on custom_value (field_id, amount) where amount is not null;
create index custom_value_day on custom_value (field_id, day) where day is not null;
create index custom_value_code on custom_value (field_id, code) where code is not null;
create index custom_value_codes on custom_value using gin (codes) where codes is not null;
create index custom_value_yes on custom_value (field_id, yes) where yes is not null;
create index custom_value_person on custom_value (person_id) where person_id is not null;
create index custom_value_linked_contact on custom_value (linked_contact_id) where linked_contact_id is not null;
create index custom_value_linked_account on custom_value (linked_account_id) where linked_account_id is not null;
create index custom_value_linked_lead on custom_value (linked_lead_id) where linked_lead_id is not null;
create index custom_value_linked_opportunity on custom_value (linked_opportunity_id) where linked_opportunity_id is not null;
create index custom_value_linked_campaign on custom_value (linked_campaign_id) where linked_campaign_id is not null;
create index custom_value_operation on custom_value using brin (operation_id);

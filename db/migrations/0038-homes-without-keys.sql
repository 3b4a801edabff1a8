-- A home that is not the present owner was merged into it, and the merge refers to both for as long as it stands. A key of the
-- home itself therefore keeps nothing more, and PostgreSQL asks for each of them at every contact or account that goes.

alter table account_identifier drop constraint account_identifier_home_account_id_fkey;
alter table activity drop constraint activity_home_contact_id_fkey;
alter table campaign_member drop constraint campaign_member_home_contact_id_fkey;
alter table consent drop constraint consent_home_contact_id_fkey;
alter table contact_alias drop constraint contact_alias_home_contact_id_fkey;
alter table custom_value drop constraint custom_value_home_account_id_fkey;
alter table custom_value drop constraint custom_value_home_contact_id_fkey;
alter table identifier drop constraint identifier_home_contact_id_fkey;
alter table lead drop constraint lead_home_contact_id_fkey;
alter table membership drop constraint membership_home_account_id_fkey;
alter table membership drop constraint membership_home_contact_id_fkey;
alter table opportunity_contact drop constraint opportunity_contact_home_contact_id_fkey;

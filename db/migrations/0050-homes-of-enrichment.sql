-- As other homes: the merge by which a value is elsewhere now keeps the account it came with.

alter table enrichment_value drop constraint enrichment_value_home_account_id_fkey;

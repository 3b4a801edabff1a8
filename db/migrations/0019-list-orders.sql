-- Lists run along one index only where all its columns run the same way; a stage in the index of owners spares the rows of
-- other stages; sources are asked for without regard to case and width.
drop index lead_score_heat;
drop index lead_score_cell;
create index lead_score_heat on lead_score (engagement, lead_id);
create index lead_score_cell on lead_score (cell, lead_id);

drop index lead_owner;
create index lead_owner on lead (owner_id, captured_at desc, id desc, stage) where owner_id is not null;
create index lead_source on lead (lower(normalize(source, nfkc)), captured_at desc, id desc);

-- Whether anybody ever answered is asked of many leads at once.
create index touch_reached on touch (identifier_id, product_line_id) where kind in ('reply', 'answered_call', 'meeting');

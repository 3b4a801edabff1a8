-- Visitors of a period are counted from an index of the visits alone.

create index touch_visit on touch (at) include (identifier_id, campaign_id, product_line_id) where kind = 'visit';

-- The list of touches runs from the newest back, through all months.

create index touch_at on touch (at, id);

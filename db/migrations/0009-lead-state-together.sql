-- What says where a lead stands goes back together or not at all.

comment on table lead is 'kind: business, together stage/owner_id/pool_id/pool_kind/cycle/nurture_group/parked_until/reason. One episode of interest by a contact in a product line. Exactly one stage and one holder (R-LEAD-1); moved by moveLeads alone.';

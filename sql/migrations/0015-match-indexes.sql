-- One index a side: a report reads its counterparts in one range a cell, and each row stands in one of the two.
drop index reports_match;

create index reports_match_lost on reports (species, match_cell, occurred_at)
  include (id, public_lng, public_lat, public_radius_m)
  where status = 'active' and kind = 'lost';

create index reports_match_finder on reports (species, match_cell, occurred_at)
  include (id, public_lng, public_lat, public_radius_m)
  where status = 'active' and kind <> 'lost';

-- Those who look at what ended well ask the same questions of it: newest, nearest, in a box, as tiles.
create index reports_newest_closed on reports (status, occurred_at desc, id desc)
  where status in ('reunited', 'expired');
create index reports_public_location_closed on reports using gist (public_location)
  where status in ('reunited', 'expired');
create index reports_public_point_closed on reports using gist ((public_location::geometry))
  where status in ('reunited', 'expired');
create index reports_tiles_closed on reports (public_quadkey)
  where status in ('reunited', 'expired');

-- People who said that they are on their way to where a lost animal was seen. Nothing tells who or where they are; the
-- time is rounded before it is kept.
create table walkers (
  sighting_id uuid not null,
  -- Keyed hash of what takes the mark back: a token of the device's own, or the author's.
  token_hash bytea not null,
  -- The lost report that the sighting named then.
  report_id uuid not null,
  by_author boolean not null,
  set_out_at timestamptz not null,
  primary key (sighting_id, token_hash),
  constraint walkers_sighting_fk foreign key (sighting_id) references reports (id) on delete cascade,
  constraint walkers_report_fk foreign key (report_id) references reports (id) on delete cascade
);

create index walkers_report on walkers (report_id, set_out_at);
create index walkers_set_out on walkers (set_out_at);

-- Where the sweep of the photo store goes on; no row or no id: at its beginning.
create table photo_sweep (
  id int primary key default 1,
  after_id text,
  constraint photo_sweep_single check (id = 1)
);

-- What became of the demo city here; no row: it was never asked for. One that was cleared stays cleared,
-- and one that a crash cut off goes on from the moment it was first built for.
create table demo_city (
  id int primary key default 1,
  built_for timestamptz not null,
  state text not null,
  constraint demo_city_single check (id = 1),
  constraint demo_city_state_check check (state in ('loading', 'loaded', 'cleared'))
);

-- What matching reads. Both sides are compared by their public points; the codes hold nothing sealed.
alter table reports
  add column match_codes jsonb,
  add column public_lng float8 generated always as (st_x(public_location::geometry)) stored,
  add column public_lat float8 generated always as (st_y(public_location::geometry)) stored;

comment on column reports.match_codes is
  'the public description in codes, fields first, then what the words of the breed, the collar and the text say';

-- Candidates are read from whole cells around a report, from the index alone.
create index reports_match on reports (species, kind, match_cell, occurred_at)
  include (id, public_lng, public_lat, public_radius_m)
  where status = 'active';

-- How many reports a side posts where: the background against which a near one means something.
-- Counted by month and by square of zoom 14 (the quadkey without its last 24 bits).
create table match_density (
  species text not null,
  side text not null,
  cell bigint not null,
  month date not null,
  reports int not null,
  primary key (species, side, cell, month)
);

create function match_side(kind text) returns text
language sql immutable parallel safe as $$
  select case when kind = 'lost' then 'lost' else 'finder' end
$$;

-- One statement's effect, in key order so that two writers never wait for each other in a circle.
create function count_match_density() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into match_density as d (species, side, cell, month, reports)
    select species, match_side(kind), public_quadkey >> 24, date_trunc('month', occurred_at at time zone 'UTC'), count(*)
    from added
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
    on conflict (species, side, cell, month) do update
    set reports = d.reports + excluded.reports;
  elsif tg_op = 'DELETE' then
    insert into match_density as d (species, side, cell, month, reports)
    select species, match_side(kind), public_quadkey >> 24, date_trunc('month', occurred_at at time zone 'UTC'), -count(*)
    from gone
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
    on conflict (species, side, cell, month) do update
    set reports = d.reports + excluded.reports;
  else
    insert into match_density as d (species, side, cell, month, reports)
    select species, match_side(kind), public_quadkey >> 24, date_trunc('month', occurred_at at time zone 'UTC'), sum(change)
    from (
      select species, kind, public_quadkey, occurred_at, 1 as change from added
      union all
      select species, kind, public_quadkey, occurred_at, -1 from gone
    ) changes
    group by 1, 2, 3, 4
    having sum(change) <> 0
    order by 1, 2, 3, 4
    on conflict (species, side, cell, month) do update
    set reports = d.reports + excluded.reports;
  end if;
  return null;
end
$$;

create trigger match_density_insert after insert on reports
  referencing new table as added
  for each statement execute function count_match_density();
create trigger match_density_delete after delete on reports
  referencing old table as gone
  for each statement execute function count_match_density();
create trigger match_density_update after update on reports
  referencing old table as gone new table as added
  for each statement execute function count_match_density();

-- Pairs found by the outbox, each with what either author was shown and told.
create table match_pairs (
  lost_id uuid not null,
  finder_id uuid not null,
  -- As shown to each side's author; null while it is not in that side's list.
  lost_probability real,
  finder_probability real,
  first_seen_at timestamptz not null,
  updated_at timestamptz not null,
  lost_told_at timestamptz,
  finder_told_at timestamptz,
  primary key (lost_id, finder_id),
  constraint match_pairs_lost_fk foreign key (lost_id) references reports (id) on delete cascade,
  constraint match_pairs_finder_fk foreign key (finder_id) references reports (id) on delete cascade
);

create index match_pairs_finder on match_pairs (finder_id);

-- What was judged, without which reports: kept for calibration after they are deleted.
create table match_outcomes (
  id uuid primary key,
  species text not null,
  -- H3 resolution 2, some 87,000 km².
  region bigint not null,
  side text not null,
  verdict text not null,
  -- The multipliers as they were shown, and what remained uncalibrated.
  reasons jsonb not null,
  probability real not null,
  judged_at timestamptz not null,
  constraint match_outcomes_side_check check (side in ('lost', 'finder')),
  constraint match_outcomes_verdict_check check (verdict in ('same', 'different', 'unsure')),
  constraint match_outcomes_probability_check check (probability between 0 and 1)
);

create index match_outcomes_species on match_outcomes (species, judged_at);

-- One verdict a pair and side; a changed mind replaces it here and in its outcome.
create table match_verdicts (
  lost_id uuid not null,
  finder_id uuid not null,
  side text not null,
  verdict text not null,
  outcome_id uuid not null,
  judged_at timestamptz not null,
  primary key (lost_id, finder_id, side),
  constraint match_verdicts_lost_fk foreign key (lost_id) references reports (id) on delete cascade,
  constraint match_verdicts_finder_fk foreign key (finder_id) references reports (id) on delete cascade,
  constraint match_verdicts_outcome_fk foreign key (outcome_id) references match_outcomes (id),
  constraint match_verdicts_side_check check (side in ('lost', 'finder')),
  constraint match_verdicts_verdict_check check (verdict in ('same', 'different', 'unsure'))
);

create index match_verdicts_finder on match_verdicts (finder_id);

-- Parameters refitted from verdicts; the newest row of a species and region (null: everywhere) is in force.
create table match_parameters (
  id bigint generated always as identity primary key,
  species text not null,
  region bigint,
  outcomes int not null,
  parameters jsonb not null,
  created_at timestamptz not null
);

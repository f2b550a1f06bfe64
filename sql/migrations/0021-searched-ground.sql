-- Circles that people went through without finding the animal. They may surround a hidden home, so they are the
-- author's, and strangers' only where the report shows its own place.
create table searched_ground (
  id uuid primary key,
  report_id uuid not null,
  lng float8 not null,
  lat float8 not null,
  radius_m real not null,
  thoroughness text not null,
  searched_at timestamptz not null,
  created_at timestamptz not null,
  constraint searched_ground_report_fk foreign key (report_id) references reports (id) on delete cascade,
  constraint searched_ground_thoroughness_check check (thoroughness in ('passing', 'careful', 'thorough'))
);

create index searched_ground_report on searched_ground (report_id, searched_at desc);

create extension if not exists postgis;

-- One row a report. `location` is the true point and never leaves the service except to its author;
-- everything that strangers can filter, order or draw by works on `public_location`.
create table reports (
  id uuid primary key,
  external_id text,
  -- Hash of the imported line: a line that has not changed is not written again.
  import_hash bytea,
  kind text not null,
  species text not null,
  name text,
  breed text,
  breed_confidence text,
  colours text[] not null default '{}',
  pattern text,
  coat text,
  sex text,
  neutered text,
  age text,
  size text,
  collar text,
  marks jsonb not null default '[]',
  chip_state text,
  chip_hash bytea,
  chip_near bigint[],
  brand_hash bytea,
  about_report_id uuid,
  occurred_at timestamptz not null,
  location geography(point, 4326) not null,
  accuracy_m real,
  location_privacy text not null,
  public_location geography(point, 4326) not null,
  public_radius_m real not null,
  public_quadkey bigint not null,
  match_cell bigint not null,
  description text,
  language text,
  contact_name text,
  contact_email text,
  contact_phone text,
  status text not null default 'active',
  resolution text,
  resolved_at timestamptz,
  manage_token_hash bytea not null,
  is_demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search tsvector generated always as (
    to_tsvector('russian', coalesce(name, '') || ' ' || replace(coalesce(breed, ''), '_', ' ') || ' '
      || coalesce(collar, '') || ' ' || coalesce(description, ''))
  ) stored,
  constraint reports_about_report_fk foreign key (about_report_id) references reports (id) on delete set null,
  constraint reports_external_id_key unique (external_id),
  constraint reports_kind_check check (kind in ('lost', 'found', 'sighting', 'found_deceased', 'shelter_intake')),
  constraint reports_status_check check (status in ('pending', 'active', 'reunited', 'withdrawn', 'expired', 'hidden')),
  constraint reports_location_privacy_check check (location_privacy in ('exact', 'approximate')),
  constraint reports_chip_state_check check (chip_state in ('on_file', 'none_found')),
  constraint reports_resolved_check check ((resolution is null) = (resolved_at is null))
);

comment on column reports.chip_near is
  'hashes of the number with one character left open or two neighbours swapped: equal ones mean a misread chip';
comment on column reports.public_quadkey is 'Z-order number of the public point at zoom 26';
comment on column reports.match_cell is 'H3 resolution 5 cell of the public point';

create index reports_newest on reports (occurred_at desc, id desc) where status = 'active';
create index reports_public_location on reports using gist (public_location) where status = 'active';
create index reports_public_point on reports using gist ((public_location::geometry)) where status = 'active';
create index reports_tiles on reports (public_quadkey) where status = 'active';
create index reports_search on reports using gin (search);
create index reports_chip on reports (chip_hash) where chip_hash is not null;
create index reports_chip_near on reports using gin (chip_near) where chip_near is not null;
create index reports_brand on reports (brand_hash) where brand_hash is not null;
create index reports_about on reports (about_report_id) where about_report_id is not null;

-- What people type into a search box: every word must occur, the last one may be unfinished.
create function report_search_query(typed text) returns tsquery
  language sql immutable parallel safe
  as $$
    select case
      when numnode(plain) = 0 then plain
      else (plain::text || ':*')::tsquery
    end
    from (select plainto_tsquery('russian', typed)) as parsed (plain)
  $$;

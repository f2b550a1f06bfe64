-- What is known of a picture; its files lie in the photo store under `id`, a keyed hash of the upload.
-- One picture may stand in several reports.
create table photos (
  report_id uuid not null,
  id text not null,
  position int not null,
  width int not null,
  height int not null,
  thumb_hash text not null,
  perceptual_hash bigint not null,
  palette jsonb not null,
  coat jsonb not null,
  created_at timestamptz not null,
  constraint photos_pkey primary key (report_id, id),
  constraint photos_report_fk foreign key (report_id) references reports (id) on delete cascade,
  constraint photos_id_check check (id ~ '^[A-Za-z0-9_-]{32}$')
);

create index photos_id on photos (id);
create index photos_perceptual_hash on photos (perceptual_hash);

-- However rows go (a photo or a whole report deleted, the demo cleared), their files follow through the outbox.
-- Due at once by whatever clock the service goes.
create function release_photos() returns trigger
language plpgsql as $$
begin
  insert into jobs (type, payload, run_at, created_at)
  select 'photos.release', jsonb_build_object('ids', jsonb_agg(distinct gone.id)), '-infinity', now()
  from gone
  having count(*) > 0;
  return null;
end
$$;

create trigger photos_release
  after delete on photos
  referencing old table as gone
  for each statement execute function release_photos();

-- The outbox: written in the transaction of the change that asks for the work, done afterwards.
create table jobs (
  id bigint generated always as identity primary key,
  type text not null,
  payload jsonb not null,
  -- Two waiting jobs of one type and key are one job.
  dedupe_key text,
  run_at timestamptz not null,
  attempts int not null default 0,
  claimed_until timestamptz,
  failed_at timestamptz,
  last_error text,
  created_at timestamptz not null
);

create index jobs_due on jobs (run_at, id) where failed_at is null;
create unique index jobs_dedupe on jobs (type, dedupe_key)
  where dedupe_key is not null and claimed_until is null and failed_at is null;

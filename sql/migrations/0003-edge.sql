-- What the edge of the service must remember between requests and between processes.
create table idempotency_keys (
  key_hash bytea primary key,
  body_hash bytea not null,
  report_id uuid not null,
  created_at timestamptz not null,
  constraint idempotency_keys_report_fk foreign key (report_id) references reports (id) on delete cascade
    deferrable initially deferred
);

create index idempotency_keys_report on idempotency_keys (report_id);
create index idempotency_keys_age on idempotency_keys (created_at);

-- Fixed windows; counts may be lost in a crash without harm.
create unlogged table rate_counts (
  key_hash bytea not null,
  window_start timestamptz not null,
  count int not null,
  primary key (key_hash, window_start)
);

create index rate_counts_age on rate_counts (window_start);

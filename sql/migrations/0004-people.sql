-- One thread a writer: the author of a report and the writer reach each other through tokens, never addresses.
create table threads (
  id uuid primary key,
  report_id uuid not null,
  writer_email text not null,
  author_token_hash bytea not null,
  writer_token_hash bytea not null,
  created_at timestamptz not null,
  constraint threads_report_fk foreign key (report_id) references reports (id) on delete cascade,
  constraint threads_author_token_key unique (author_token_hash),
  constraint threads_writer_token_key unique (writer_token_hash)
);

create index threads_report on threads (report_id);

create table messages (
  id uuid primary key,
  -- The order of writing, where clocks may agree.
  seq bigint generated always as identity,
  thread_id uuid not null,
  from_author boolean not null,
  text text not null,
  created_at timestamptz not null,
  constraint messages_thread_fk foreign key (thread_id) references threads (id) on delete cascade
);

create index messages_thread on messages (thread_id, seq);

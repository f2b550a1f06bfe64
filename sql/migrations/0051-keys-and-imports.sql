-- A key outlives its report, so that a repeated create brings nothing back; of the report it keeps no more than hashes.
alter table idempotency_keys
  alter column report_id drop not null,
  drop constraint idempotency_keys_report_fk,
  add constraint idempotency_keys_report_fk foreign key (report_id) references reports (id) on delete set null
    deferrable initially deferred;

-- An id of somebody else's is unique among what was imported; over HTTP it is a note that anybody may write.
alter table reports drop constraint reports_external_id_key;
create unique index reports_imported on reports (external_id) where import_hash is not null;

-- When the author was last asked whether the report is still wanted; the key in that mail is made from it.
alter table reports add column asked_to_keep_at timestamptz;

-- Whatever an importer or the demo brought is theirs to take away.
create index reports_untouched on reports (kind, updated_at)
  where status = 'active' and not is_demo and import_hash is null;

-- A deleted report takes its waiting mails with it.
create index jobs_mail_report on jobs ((payload->>'reportId')) where type = 'mail.send';
create index jobs_failed on jobs (failed_at) where failed_at is not null;

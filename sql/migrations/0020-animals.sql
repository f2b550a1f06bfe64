-- What authors say of reports on their own side: three finders who posted one dog, a family that lost it twice over.
-- What they say across the sides is in match_verdicts.
create table animal_verdicts (
  by_report_id uuid not null,
  other_id uuid not null,
  verdict text not null,
  judged_at timestamptz not null,
  primary key (by_report_id, other_id),
  constraint animal_verdicts_by_fk foreign key (by_report_id) references reports (id) on delete cascade,
  constraint animal_verdicts_other_fk foreign key (other_id) references reports (id) on delete cascade,
  constraint animal_verdicts_two_check check (by_report_id <> other_id),
  constraint animal_verdicts_verdict_check check (verdict in ('same', 'different', 'unsure'))
);

create index animal_verdicts_other on animal_verdicts (other_id);

-- Signed edges between reports, each with the report whose author says so. Which reports are one animal is computed
-- from these and stored nowhere, so that a withdrawn verdict undoes all that followed from it.
create view animal_edges (by_id, other_id, verdict, judged_at, is_claim) as
  select
    case side when 'lost' then lost_id else finder_id end,
    case side when 'lost' then finder_id else lost_id end,
    verdict,
    judged_at,
    false
  from match_verdicts
  union all
  select by_report_id, other_id, verdict, judged_at, false
  from animal_verdicts
  union all
  select id, about_report_id, 'same', created_at, true
  from reports
  where about_report_id is not null;

comment on column animal_edges.is_claim is 'named when posting; the same author''s verdict on the pair counts instead';

-- Authors told that another report on their animal was closed; one mail a pair.
create table animal_closings (
  report_id uuid not null,
  closed_id uuid not null,
  told_at timestamptz not null,
  primary key (report_id, closed_id),
  constraint animal_closings_report_fk foreign key (report_id) references reports (id) on delete cascade,
  constraint animal_closings_closed_fk foreign key (closed_id) references reports (id) on delete cascade
);

create index animal_closings_closed on animal_closings (closed_id);

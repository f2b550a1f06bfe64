-- An author hears of a "same" once a pair and side, however often the other changes their mind.
alter table match_verdicts add column told_at timestamptz;

update match_verdicts
set told_at = judged_at
where verdict = 'same';

-- Nothing was shown of a pair that no list had, so its verdict leaves no outcome.
alter table match_verdicts alter column outcome_id drop not null;

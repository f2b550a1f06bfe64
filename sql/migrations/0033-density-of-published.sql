-- A report that is not published counts for nothing. It also locks no row of the counts: a preview, which is written,
-- ranked and taken back, would hold up everybody who posts in its square meanwhile.
create or replace function count_match_density() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into match_density as d (species, side, cell, month, reports)
    select species, match_side(kind), public_quadkey >> 24, date_trunc('month', occurred_at at time zone 'UTC'), count(*)
    from added
    where status <> 'pending'
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
    on conflict (species, side, cell, month) do update
    set reports = d.reports + excluded.reports;
  elsif tg_op = 'DELETE' then
    insert into match_density as d (species, side, cell, month, reports)
    select species, match_side(kind), public_quadkey >> 24, date_trunc('month', occurred_at at time zone 'UTC'), -count(*)
    from gone
    where status <> 'pending'
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
    on conflict (species, side, cell, month) do update
    set reports = d.reports + excluded.reports;
  else
    insert into match_density as d (species, side, cell, month, reports)
    select species, match_side(kind), public_quadkey >> 24, date_trunc('month', occurred_at at time zone 'UTC'), sum(change)
    from (
      select species, kind, public_quadkey, occurred_at, 1 as change from added where status <> 'pending'
      union all
      select species, kind, public_quadkey, occurred_at, -1 from gone where status <> 'pending'
    ) changes
    group by 1, 2, 3, 4
    having sum(change) <> 0
    order by 1, 2, 3, 4
    on conflict (species, side, cell, month) do update
    set reports = d.reports + excluded.reports;
  end if;
  return null;
end
$$;

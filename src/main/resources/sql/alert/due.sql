-- The next message of each target: the oldest that is due, while none of its messages is being sent. That a problem is over is reported after
-- that it opened, alone or in a digest. Each node reads the same rows; the claim decides who sends.
select id from (
  select d.id, row_number() over (partition by d.target_id order by d.due_at, d.id) as place
  from alert_delivery d
  where (d.state = 'PENDING' and d.due_at <= current_timestamp or d.state = 'SENDING' and d.claimed_until <= current_timestamp)
    and not exists (select 1 from alert_delivery s where s.target_id = d.target_id and s.state = 'SENDING' and s.claimed_until > current_timestamp)
    and not exists (select 1 from alert_delivery b where b.problem_id = d.problem_id and b.target_id = d.target_id and b.id < d.id and (b.state in ('HELD', 'PENDING', 'SENDING')
      or b.state = 'IN_DIGEST' and exists (select 1 from alert_delivery g where g.target_id = d.target_id and g.kind = 'DIGEST' and g.id between b.id and d.id and g.state in ('PENDING', 'SENDING'))))
) due where place = 1 order by id fetch first 100 rows only

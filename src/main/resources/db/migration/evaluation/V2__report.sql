-- Safety: what may leave is worked out of closed evaluations only, by a job, so that nobody who may not read the answers has to be let near them (docs/adr/0030).
create policy reports_count on evaluation.sheet for select using (
  (select access.actor_kind() = 'JOB' and access.job() = 'report-evaluation') and organisation_id = access.organisation()
  and evaluation_id in (select e.id from evaluation.evaluation e where e.closed_at is not null));

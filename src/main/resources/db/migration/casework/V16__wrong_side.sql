-- A person who was written down on the wrong side of the wall: every case of theirs on that side is closed and locked, and can be opened again as it was.
-- pair_id is a random id that stands on the cases of the two sides and says nothing of the other's.
alter table casework.client_case add column pair_id uuid, add column locked_at timestamptz, add column status_before text check (status_before in ('SCREENING', 'OPEN', 'CLOSED')), add column worker_before uuid,
  add check (locked_at is null or (pair_id is not null and status = 'CLOSED')), add check ((locked_at is null) = (status_before is null));
create index client_case_of_pair on casework.client_case (pair_id) where pair_id is not null;
-- Safety: nobody but leads and managers opens a locked case, whatever a page asks.
create policy locked_is_for_leads on casework.client_case as restrictive using (
  locked_at is null or (select access.actor_kind() <> 'WORKER' or access.has_role('MANAGER', 'SAFEGUARDING_LEAD')));

-- Who worked with somebody on one side, and so never opens their case of the other: side is the one that is kept from them.
create table casework.kept_from (
  id              uuid primary key default gen_random_uuid(),
  pair_id         uuid not null,
  worker_id       uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null check (side in ('SUPPORT', 'CHANGE'))
);
create index kept_from_of_pair on casework.kept_from (pair_id, worker_id);
create index kept_from_of_worker on casework.kept_from (worker_id);
call access.guard('casework.kept_from');
create policy other_side_says on casework.kept_from for insert with check (
  (select access.actor_kind() = 'WORKER' and access.has_role('SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT')) and organisation_id = access.organisation() and side <> access.side());
create policy ones_own on casework.kept_from for select using (
  (select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side() and worker_id = access.worker());
-- Whoever gives cases to workers must know to whom this one cannot be given.
create policy those_who_allocate on casework.kept_from for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('DUTY', 'MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and side = access.side());
call access.erasable('casework.kept_from');
grant select, insert, delete on casework.kept_from to ${app};
-- Safety: the wall holds when a worker changes side.
create policy other_side_of_the_pair on casework.client_case as restrictive using (
  pair_id is null or not exists (select from casework.kept_from k where k.pair_id = client_case.pair_id and k.side = client_case.side and k.worker_id = access.worker()));

alter table casework.closure drop constraint closure_reason_check;
alter table casework.closure add constraint closure_reason_check check (reason in ('FINISHED', 'CLIENTS_CHOICE', 'LOST_TOUCH', 'MOVED_AWAY', 'OTHER_SERVICE', 'DIED', 'DECLINED', 'PASSED_ON', 'WITHDRAWN', 'CORRECTED'));

create schema supervision;
grant usage on schema supervision to ${app};

-- A supervisor and a worker met. Written by one, shared with the other, and then it stands.
create table supervision.meeting (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  worker_id       uuid not null,
  supervisor_id   uuid not null,
  held_on         date not null,
  next_on         date,
  notes           bytea,
  agreed          bytea,
  revision        int not null default 0,
  begun_at        timestamptz not null,
  shared_at       timestamptz,
  answer          bytea,
  read_at         timestamptz,
  check (worker_id <> supervisor_id),
  check (read_at is null or shared_at is not null)
);
create index meeting_of_worker on supervision.meeting (organisation_id, side, worker_id, held_on desc);
create index meeting_of_supervisor on supervision.meeting (organisation_id, side, supervisor_id, held_on desc);
create index meeting_by_age on supervision.meeting (organisation_id, side, held_on);
call access.guard('supervision.meeting');
-- Safety: what is said in supervision is between two people; no role opens it, and a draft is nobody's but its writer's.
create policy the_two on supervision.meeting for select using (
  (select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side() and (supervisor_id = access.worker() or worker_id = access.worker() and shared_at is not null));
create policy supervisor_begins on supervision.meeting for insert with check (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and side = access.side() and supervisor_id = access.worker());
create policy supervisor_writes on supervision.meeting for update
  using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side() and supervisor_id = access.worker() and shared_at is null)
  with check (organisation_id = access.organisation() and side = access.side() and supervisor_id = access.worker());
create policy worker_answers on supervision.meeting for update
  using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side() and worker_id = access.worker() and shared_at is not null and read_at is null)
  with check (organisation_id = access.organisation() and side = access.side() and worker_id = access.worker());
call access.erasable('supervision.meeting');
grant select, insert, update (next_on, notes, agreed, revision, shared_at, answer, read_at), delete on supervision.meeting to ${app};

create function supervision.keep_shared() returns trigger language plpgsql as $$
begin
  if old.shared_at is null or (new.next_on, new.notes, new.agreed, new.revision, new.shared_at) is not distinct from (old.next_on, old.notes, old.agreed, old.revision, old.shared_at) then
    return new;
  end if;
  raise exception 'notes that were shared do not change';
end $$;
create trigger keep_shared before update on supervision.meeting for each row execute function supervision.keep_shared();

-- What a manager decided about a case, in supervision or by itself. It belongs to the case.
create table supervision.decision (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  case_id         uuid not null,
  meeting_id      uuid,
  words           bytea not null,
  decided_by      uuid not null,
  decided_at      timestamptz not null
);
create index decision_of_case on supervision.decision (case_id, decided_at desc);
create index decision_of_meeting on supervision.decision (meeting_id) where meeting_id is not null;
call access.guard('supervision.decision');
call access.workers_of_the_side('supervision.decision', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
create policy those_in_charge_decide on supervision.decision as restrictive for insert with check (
  (select access.actor_kind() = 'INSTALLER' or access.has_role('MANAGER', 'SAFEGUARDING_LEAD')));
call access.erasable('supervision.decision');
grant select, insert, delete on supervision.decision to ${app};

-- A worker asks a manager to look at something and agree. Nothing waits for the answer but the worker's own peace of mind.
create table supervision.approval (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  case_id         uuid not null,
  about           text not null check (about in ('ASSESSMENT', 'PLAN', 'CLOSURE', 'LETTER', 'OTHER')),
  words           bytea not null,
  asked_by        uuid not null,
  asked_at        timestamptz not null,
  answer          text check (answer in ('AGREED', 'NOT_YET')),
  answer_words    bytea,
  answered_by     uuid,
  answered_at     timestamptz,
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  -- Safety: nobody agrees to their own work.
  check (answered_by <> asked_by)
);
create index approval_of_case on supervision.approval (case_id, asked_at desc);
create index approval_open on supervision.approval (organisation_id, side, asked_at) where answer is null;
call access.guard('supervision.approval');
call access.workers_of_the_side('supervision.approval', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
create policy those_in_charge_answer on supervision.approval as restrictive for update using (
  (select access.actor_kind() = 'INSTALLER' or access.has_role('MANAGER', 'SAFEGUARDING_LEAD')));
call access.erasable('supervision.approval');
grant select, insert, update (answer, answer_words, answered_by, answered_at), delete on supervision.approval to ${app};

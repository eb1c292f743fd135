create schema appointments;
grant usage on schema appointments to ${app};

create table appointments.appointment (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  case_id         uuid not null,
  worker_id       uuid not null,
  starts_at       timestamptz not null,
  minutes         int not null check (minutes between 5 and 600),
  venue           text not null check (venue in ('OUR_OFFICE', 'SAFE_PLACE', 'AGENCY', 'COURT', 'THEIR_HOME', 'PHONE', 'VIDEO')),
  place           bytea,
  interpreter     text not null check (interpreter in ('NOT_NEEDED', 'TO_BOOK', 'BOOKED')),
  home_checked    boolean not null,
  alone           boolean not null,
  status          text not null check (status in ('PLANNED', 'MET', 'NOT_THERE', 'CANCELLED_BY_THEM', 'CANCELLED_BY_US')),
  back_by         timestamptz,
  safe_at         timestamptz,
  alerted_at      timestamptz,
  made_by         uuid not null,
  made_at         timestamptz not null,
  version         int not null default 0,
  -- Safety: nobody goes to a home without having thought about who else is there, and nobody goes alone without a time to be back.
  check (venue <> 'THEIR_HOME' or home_checked),
  check (not alone or back_by is not null)
);
create index appointment_of_case on appointments.appointment (case_id, starts_at desc);
create index appointment_of_worker on appointments.appointment (organisation_id, side, worker_id, starts_at) where status = 'PLANNED';
create index appointment_out on appointments.appointment (organisation_id, side, back_by) where alone and status = 'PLANNED' and safe_at is null;
-- Safety: the wall, as a case's.
call access.guard('appointments.appointment');
call access.workers_of_the_side('appointments.appointment', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
-- The job that asks whether somebody is back.
create policy clock_reads on appointments.appointment for select using (access.actor_kind() = 'JOB' and organisation_id = access.organisation() and access.job() = 'lone-worker');
create policy clock_marks on appointments.appointment for update using (access.actor_kind() = 'JOB' and organisation_id = access.organisation() and access.job() = 'lone-worker');
grant select, insert, update on appointments.appointment to ${app};


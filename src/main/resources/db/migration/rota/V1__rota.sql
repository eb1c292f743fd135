create schema rota;
grant usage on schema rota to ${app};

-- Who is on duty when. A shift that does not happen is taken off, not erased.
create table rota.shift (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  worker_id       uuid not null,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  made_by         uuid not null,
  made_at         timestamptz not null,
  taken_off_by    uuid,
  taken_off_at    timestamptz,
  check (ends_at > starts_at and ends_at <= starts_at + interval '25 hours'),
  check ((taken_off_by is null) = (taken_off_at is null))
);
create index shift_by_time on rota.shift (organisation_id, side, ends_at) where taken_off_at is null;
call access.guard('rota.shift');
create policy workers_of_the_side_read on rota.shift for select using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side());
create policy those_in_charge_plan on rota.shift for insert with check (
  (select access.actor_kind() = 'WORKER' and access.has_role('DUTY', 'MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and side = access.side());
create policy those_in_charge_change on rota.shift for update using (
  (select access.actor_kind() = 'WORKER' and access.has_role('DUTY', 'MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and side = access.side());
-- Jobs tell whoever is on duty.
create policy jobs_read on rota.shift for select using ((select access.actor_kind() = 'JOB') and organisation_id = access.organisation());
grant select, insert, update (worker_id, taken_off_by, taken_off_at) on rota.shift to ${app};

create schema breakglass;
grant usage on schema breakglass to ${app};

-- One case, opened in an emergency to somebody whose work does not open cases, and what somebody else found when they looked at it.
create table breakglass.opening (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  worker_id       uuid not null default access.worker(),
  case_id         uuid not null,
  reason          text not null check (reason in ('DANGER_NOW', 'CHILD_IN_DANGER', 'SELF_HARM', 'MUST_REACH')),
  words           bytea not null,
  opened_at       timestamptz not null,
  -- Safety: an hour and no longer, whatever the application asks.
  ends_at         timestamptz not null constraint an_hour_at_most check (ends_at > opened_at and ends_at <= opened_at + interval '60 minutes'),
  done_at         timestamptz,
  finding         text check (finding in ('JUSTIFIED', 'NOT_JUSTIFIED', 'LOOK_INTO')),
  finding_words   bytea,
  -- Safety: nobody looks at their own.
  reviewed_by     uuid check (reviewed_by <> worker_id),
  reviewed_at     timestamptz,
  version         int not null default 0,
  check (num_nonnulls(finding, finding_words, reviewed_by, reviewed_at) in (0, 4))
);
-- Safety: the next one waits until somebody has looked at this.
create unique index one_to_be_looked_at on breakglass.opening (worker_id) where finding is null or finding = 'LOOK_INTO';
create index opening_by_age on breakglass.opening (organisation_id, side, opened_at desc);
create index opening_of_case on breakglass.opening (case_id);
call access.guard('breakglass.opening');
create policy ones_own on breakglass.opening for select using (
  (select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side() and worker_id = access.worker());
create policy those_who_look on breakglass.opening for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and side = access.side());
create policy opens on breakglass.opening for insert with check (
  (select access.actor_kind() = 'WORKER' and access.has_role('VOLUNTEER', 'HELPLINE', 'TRAINER')) and organisation_id = access.organisation() and side = access.side() and worker_id = access.worker()
  and done_at is null and finding is null);
create policy is_done on breakglass.opening for update using (
  (select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side() and worker_id = access.worker());
create policy those_who_look_find on breakglass.opening for update using (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and side = access.side() and worker_id <> access.worker());
-- The job that asks for it to be looked at.
create policy reminder on breakglass.opening for select using ((select access.actor_kind() = 'JOB' and access.job() = 'opening-review') and organisation_id = access.organisation());
call access.erasable('breakglass.opening');
grant select, insert, update (done_at, finding, finding_words, reviewed_by, reviewed_at, version), delete on breakglass.opening to ${app};

-- Safety: the worker says once that they are done; somebody else, in their own name, says what they found, and what is settled stays.
create function breakglass.keep() returns trigger language plpgsql as $$
declare
  own constant boolean := old.worker_id is not distinct from access.worker();
begin
  if new.done_at is distinct from old.done_at and (old.done_at is not null or not own) then
    raise exception 'an opening ends once, by whoever opened it';
  end if;
  if (new.finding, new.finding_words, new.reviewed_by, new.reviewed_at) is distinct from (old.finding, old.finding_words, old.reviewed_by, old.reviewed_at)
      and (own or old.finding in ('JUSTIFIED', 'NOT_JUSTIFIED') or new.reviewed_by is distinct from access.worker()) then
    raise exception 'what was found is said by somebody else, and stays';
  end if;
  return new;
end $$;
create trigger keep before update on breakglass.opening for each row execute function breakglass.keep();

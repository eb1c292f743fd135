create schema matching;
grant usage on schema matching to ${app};

-- Everybody somebody's record names: fingerprints and ids, no words. Added by whoever records them; read by the check alone.
create table matching.party (
  id              uuid primary key,
  organisation_id uuid not null,
  side            text check (side in ('SUPPORT', 'CHANGE')),
  kind            text not null check (kind in ('CASE', 'REFERRAL', 'WORKER')),
  record_id       uuid not null,
  role            text not null check (role in ('CLIENT', 'PARTICIPANT', 'CAUSING_HARM', 'HARMED', 'CHILD', 'REFERRER', 'OTHER', 'WORKER')),
  who             uuid not null,
  worked_by       uuid,
  ends            boolean not null,
  recorded_at     timestamptz not null,
  checked_at      timestamptz,
  check ((side is null) = (kind = 'WORKER'))
);
create index party_by_record on matching.party (organisation_id, kind, record_id, recorded_at);
call access.guard('matching.party');
create policy workers_add on matching.party for insert with check (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and (side is null or side = access.side()));
create policy public_adds_referrals on matching.party for insert with check (access.actor_kind() in ('PUBLIC', 'HOLDER') and kind = 'REFERRAL');
-- Safety: nobody but the check reads who is known; not the typist, not a colleague, not a manager.
create policy check_reads on matching.party using (access.actor_kind() = 'JOB' and access.job() = 'intake-check' and organisation_id = access.organisation());
grant select, insert, update, delete on matching.party to ${app};

create table matching.party_key (
  party_id        uuid not null references matching.party on delete cascade,
  organisation_id uuid not null,
  reason          text not null check (reason in ('NAME_AND_BIRTH_DATE', 'PHONE', 'ADDRESS', 'NAME')),
  key             text not null,
  primary key (party_id, reason, key)
);
create index party_key_by_key on matching.party_key (organisation_id, key);
call access.guard('matching.party_key');
create policy workers_add on matching.party_key for insert with check (access.actor_kind() = 'WORKER' and organisation_id = access.organisation());
create policy public_adds on matching.party_key for insert with check (access.actor_kind() in ('PUBLIC', 'HOLDER'));
create policy check_reads on matching.party_key using (access.actor_kind() = 'JOB' and access.job() = 'intake-check' and organisation_id = access.organisation());
grant select, insert, update, delete on matching.party_key to ${app};

-- Two records that may be about one person, for the safeguarding lead: ids, roles and reasons, and what was decided.
create table matching.hit (
  id              uuid primary key,
  organisation_id uuid not null,
  new_kind        text not null,
  new_record_id   uuid not null,
  new_side        text,
  new_role        text not null,
  new_worked_by   uuid,
  known_kind      text not null,
  known_record_id uuid not null,
  known_side      text,
  known_role      text not null,
  known_worked_by uuid,
  reasons         text[] not null,
  for_managers    boolean not null,
  found_at        timestamptz not null,
  decision        text check (decision in ('DIFFERENT_PEOPLE', 'SAME_PERSON', 'CONFLICT')),
  note            bytea,
  decided_by      uuid,
  decided_at      timestamptz,
  version         int not null,
  unique (organisation_id, new_record_id, new_role, known_record_id, known_role, reasons)
);
create index hit_open on matching.hit (organisation_id, found_at) where decision is null;
call access.guard('matching.hit');
-- Safety: a hit says that somebody is known here; only the safeguarding lead learns it, for both sides of the wall, and never about themselves:
-- then a manager does.
create policy leads on matching.hit for select using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and access.worker() not in (new_record_id, known_record_id)
  and (access.has_role('SAFEGUARDING_LEAD') or for_managers and access.has_role('MANAGER')));
create policy leads_decide on matching.hit for update using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and access.worker() not in (new_record_id, known_record_id)
  and (access.has_role('SAFEGUARDING_LEAD') or for_managers and access.has_role('MANAGER')));
create policy check_writes on matching.hit using (access.actor_kind() = 'JOB' and access.job() = 'intake-check' and organisation_id = access.organisation());
grant select, insert, update on matching.hit to ${app};

-- Who must not open which record, because a lead decided so.
create table matching.apart (
  organisation_id uuid not null,
  kind            text not null check (kind in ('CASE', 'REFERRAL')),
  record_id       uuid not null,
  worker_id       uuid not null,
  hit_id          uuid not null references matching.hit,
  decided_by      uuid not null,
  decided_at      timestamptz not null,
  primary key (organisation_id, kind, record_id, worker_id)
);
call access.guard('matching.apart');
create policy leads on matching.apart using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and access.has_role('SAFEGUARDING_LEAD', 'MANAGER')
  and exists (select from matching.hit h where h.id = hit_id));
create policy door_asks on matching.apart for select using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and worker_id = access.worker());
grant select, insert on matching.apart to ${app};

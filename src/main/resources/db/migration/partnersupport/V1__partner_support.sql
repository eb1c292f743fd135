create schema partnersupport;
grant usage on schema partnersupport to ${app};

-- A partner of a participant, taken up by somebody on the side of those harmed.
create table partnersupport.partner (
  pair_id         uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  case_id         uuid,
  taken_by        uuid not null,
  taken_at        timestamptz not null,
  offered_at      timestamptz
);
create index partner_of_case on partnersupport.partner (case_id) where case_id is not null;
call access.guard('partnersupport.partner');
call access.workers_of_the_side('partnersupport.partner', 'SUPPORT_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'PARTNER_SUPPORT');
create policy clock_reads on partnersupport.partner for select using (
  (select access.actor_kind() = 'JOB' and access.job() = 'partner-safety') and organisation_id = access.organisation() and side = access.side());
call access.erasable('partnersupport.partner');
grant select, insert, update (case_id, taken_by, taken_at, offered_at), delete on partnersupport.partner to ${app};

-- Each time somebody tried to be in touch with a partner. Added once, never changed.
create table partnersupport.contact (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  pair_id         uuid not null references partnersupport.partner,
  outcome         text not null check (outcome in ('ACCEPTED', 'DECLINED', 'INFORMED', 'NO_ANSWER', 'NOT_SAFE', 'ALL_TRIED')),
  words           bytea,
  made_by         uuid not null,
  made_at         timestamptz not null
);
create index contact_of_pair on partnersupport.contact (pair_id, made_at);
call access.guard('partnersupport.contact');
call access.workers_of_the_side('partnersupport.contact', 'SUPPORT_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'PARTNER_SUPPORT');
call access.erasable('partnersupport.contact');
grant select, insert, delete on partnersupport.contact to ${app};

-- Who was told that news about a participant waits for an answer. No worker: there was nobody to tell, and that is shown too.
create table partnersupport.told (
  id              uuid primary key,
  organisation_id uuid not null,
  side            text not null check (side = 'SUPPORT'),
  entry_id        uuid not null,
  pair_id         uuid not null,
  role            text not null check (role in ('PARTNER_SUPPORT', 'DUTY', 'MANAGER')),
  worker_id       uuid,
  told_at         timestamptz not null,
  unique nulls not distinct (entry_id, role, worker_id)
);
create index told_of_pair on partnersupport.told (pair_id, told_at);
call access.guard('partnersupport.told');
create policy workers_read on partnersupport.told for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('SUPPORT_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'PARTNER_SUPPORT')) and organisation_id = access.organisation() and side = access.side());
create policy clock_writes on partnersupport.told using (
  (select access.actor_kind() = 'JOB' and access.job() = 'partner-safety') and organisation_id = access.organisation() and side = access.side());
call access.erasable('partnersupport.told');
grant select, insert, delete on partnersupport.told to ${app};

create schema referral;
grant usage on schema referral to ${app};

-- How soon an organisation means to make first contact. Anybody may read it: the public page says when a referral is next read.
create table referral.first_contact (
  organisation_id uuid primary key,
  urgent_minutes  int not null check (urgent_minutes between 15 and 1440),
  usual_minutes   int not null check (usual_minutes between 15 and 10080),
  manager_minutes int not null check (manager_minutes between 15 and 1440)
);
call access.guard('referral.first_contact');
create policy anyone_reads on referral.first_contact for select using (access.actor_kind() is not null);
create policy manager_sets on referral.first_contact for insert with check (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and access.has_role('MANAGER'));
create policy manager_changes on referral.first_contact for update using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and access.has_role('MANAGER'));
grant select, insert, update on referral.first_contact to ${app};

-- What somebody is typing: on /refer (found by the fingerprint of their cookie) or during a call (its worker's). Erased soon.
create table referral.draft (
  id              uuid primary key,
  holder          text unique,
  organisation_id uuid,
  side            text check (side in ('SUPPORT', 'CHANGE')),
  worker_id       uuid,
  asking          text not null,
  touched_at      timestamptz not null,
  began_at        timestamptz not null,
  sent_at         timestamptz,
  code            bytea,
  check ((holder is null) = (worker_id is not null and organisation_id is not null and side is not null))
);
create index draft_by_worker on referral.draft (worker_id) where worker_id is not null;
create index draft_by_touch on referral.draft (touched_at);
call access.guard('referral.draft');
-- Safety: a draft is its holder's, or the worker's who types it; nobody else's, not even a manager's.
create policy holder_only on referral.draft using (access.actor_kind() = 'HOLDER' and holder = access.holder())
  with check (access.actor_kind() = 'HOLDER' and holder = access.holder() and worker_id is null);
create policy its_worker on referral.draft using (access.actor_kind() = 'WORKER' and worker_id = access.worker() and organisation_id = access.organisation() and side = access.side())
  with check (access.actor_kind() = 'WORKER' and worker_id = access.worker() and organisation_id = access.organisation() and side = access.side() and holder is null);
create policy forgetting on referral.draft for delete using (access.actor_kind() = 'JOB' and access.job() = 'forget-drafts');
create policy forgetting_finds on referral.draft for select using (access.actor_kind() = 'JOB' and access.job() = 'forget-drafts');
grant select, insert, update, delete on referral.draft to ${app};

create table referral.draft_answer (
  draft_id uuid not null references referral.draft on delete cascade,
  question text not null,
  words    bytea not null,
  primary key (draft_id, question)
);
call access.guard('referral.draft_answer');
create policy with_its_draft on referral.draft_answer using (exists (select from referral.draft d where d.id = draft_id));
grant select, insert, update, delete on referral.draft_answer to ${app};

create table referral.referral (
  id                    uuid primary key,
  version               int not null,
  organisation_id       uuid not null,
  side                  text not null check (side in ('SUPPORT', 'CHANGE')),
  status                text not null check (status in ('RECEIVED', 'SCREENING', 'ACCEPTED', 'DECLINED', 'PASSED_ON', 'WITHDRAWN')),
  source                text not null check (source in ('SELF', 'PROFESSIONAL', 'CALL', 'PASSED_ON')),
  danger                text not null check (danger in ('NOW', 'NOT_SURE', 'NOT_SAID', 'SAFE_FOR_NOW')),
  danger_rank           int generated always as (case danger when 'NOW' then 0 when 'NOT_SURE' then 1 when 'NOT_SAID' then 2 else 3 end) stored,
  child                 boolean not null,
  no_contact            boolean not null,
  own_words             boolean not null,
  code_key              text,
  received_at           timestamptz not null,
  contact_due_at        timestamptz not null,
  came_from_id          uuid,
  person_id             uuid,
  screening_by_id       uuid,
  screening_at          timestamptz,
  decided_by_id         uuid,
  decided_at            timestamptz,
  declined_because      text,
  note                  bytea,
  passed_to_id          uuid,
  copy_id               uuid,
  unique (organisation_id, code_key)
);
create index referral_inbox on referral.referral (organisation_id, side, status, danger_rank, received_at, id);
create index referral_by_code on referral.referral (code_key) where code_key is not null;
create index referral_by_due on referral.referral (organisation_id, contact_due_at) where status = 'RECEIVED';
call access.guard('referral.referral');
-- Safety: the wall. A referral is open to the workers of its organisation, on its side, whose work is to read referrals.
create policy own_side on referral.referral for select using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side()
  and access.has_role('HELPLINE', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT'));
create policy own_side_changes on referral.referral for update using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side()
  and access.has_role('HELPLINE', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT'));
create policy from_a_call on referral.referral for insert with check (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side() and source = 'CALL');
create policy from_a_draft on referral.referral for insert with check (
  access.actor_kind() = 'HOLDER' and status = 'RECEIVED' and source in ('SELF', 'PROFESSIONAL') and exists (select from referral.draft d where d.id = referral.id and d.holder = access.holder()));
create policy status_by_code on referral.referral for select using (access.actor_kind() = 'HOLDER' and code_key = access.holder());
create policy jobs_read on referral.referral for select using (
  access.actor_kind() = 'JOB' and organisation_id = access.organisation() and access.job() in ('first-contact', 'first-contact-manager', 'intake-check'));
grant select, insert, update on referral.referral to ${app};

-- A referral passed from one organisation to another: both see where it stands, neither sees more of the other.
create table referral.passage (
  copy_id              uuid primary key,
  referral_id          uuid not null references referral.referral,
  organisation_id      uuid not null,
  to_organisation_id   uuid not null check (to_organisation_id <> organisation_id),
  side                 text not null check (side in ('SUPPORT', 'CHANGE')),
  status               text not null,
  agreed               text not null check (agreed in ('YES', 'NO')),
  parts                text[] not null,
  why                  bytea,
  passed_by_id         uuid not null,
  passed_at            timestamptz not null,
  changed_at           timestamptz not null
);
create index passage_by_referral on referral.passage (referral_id);
call access.guard('referral.passage');
create policy both_ends_read on referral.passage for select using (
  access.actor_kind() = 'WORKER' and side = access.side() and access.organisation() in (organisation_id, to_organisation_id));
create policy sender_writes on referral.passage for insert with check (
  access.actor_kind() = 'WORKER' and side = access.side() and organisation_id = access.organisation() and status = 'RECEIVED'
  and exists (select from referral.referral r where r.id = referral_id and r.copy_id = passage.copy_id and r.passed_to_id = to_organisation_id));
create policy receiver_tells on referral.passage for update using (
  access.actor_kind() = 'WORKER' and side = access.side() and to_organisation_id = access.organisation());
grant select, insert, update on referral.passage to ${app};

create policy passed_on on referral.referral for insert with check (
  access.actor_kind() = 'WORKER' and source = 'PASSED_ON' and status = 'RECEIVED' and side = access.side() and came_from_id = access.organisation()
  and exists (select from referral.passage p where p.copy_id = referral.id and p.to_organisation_id = referral.organisation_id and p.organisation_id = access.organisation()));

create table referral.answer (
  referral_id     uuid not null,
  organisation_id uuid not null,
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  question        text not null,
  words           bytea not null,
  primary key (referral_id, question)
);
call access.guard('referral.answer');
create policy own_side on referral.answer for select using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side()
  and access.has_role('HELPLINE', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT'));
create policy from_a_call on referral.answer for insert with check (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side());
create policy from_a_draft on referral.answer for insert with check (
  access.actor_kind() = 'HOLDER' and exists (select from referral.draft d where d.id = answer.referral_id and d.holder = access.holder() and d.sent_at is null));
create policy passed_on on referral.answer for insert with check (
  access.actor_kind() = 'WORKER' and side = access.side()
  and exists (select from referral.passage p where p.copy_id = answer.referral_id and p.to_organisation_id = answer.organisation_id and p.organisation_id = access.organisation()));
create policy intake_reads on referral.answer for select using (
  access.actor_kind() = 'JOB' and organisation_id = access.organisation() and access.job() = 'intake-check');
grant select, insert on referral.answer to ${app};

-- Who was told that nobody had read a referral in time, and when.
create table referral.told (
  id              uuid primary key,
  referral_id     uuid not null references referral.referral,
  organisation_id uuid not null,
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  role            text not null check (role in ('DUTY', 'MANAGER')),
  worker_id       uuid,
  told_at         timestamptz not null,
  unique nulls not distinct (referral_id, role, worker_id)
);
call access.guard('referral.told');
create policy own_side on referral.told for select using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side());
create policy clock_reads on referral.told for select using (access.actor_kind() = 'JOB' and organisation_id = access.organisation() and access.job() in ('first-contact', 'first-contact-manager'));
create policy clock_writes on referral.told for insert with check (access.actor_kind() = 'JOB' and organisation_id = access.organisation() and access.job() in ('first-contact', 'first-contact-manager'));
grant select, insert on referral.told to ${app};

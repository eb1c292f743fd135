-- Where the referrer gets the neutral question, and who goes on holding the risk when work with somebody about how they behave does not begin.
alter table referral.referral add column referrer_address_id uuid;
alter table referral.referral add column risk_held_by text check (risk_held_by in ('REFERRER', 'OTHER_SERVICE', 'NOBODY_AT_RISK'));

-- The referrer was asked for what is missing, or told it by themselves. While it is open somebody is reminded.
create table referral.asked_back (
  id              uuid primary key,
  referral_id     uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  way             text not null check (way in ('CALL', 'EMAIL', 'THEY_CAME')),
  rules           text[] not null,
  asked_by        uuid not null,
  asked_at        timestamptz not null,
  due_at          timestamptz not null,
  reminders       int not null default 0,
  reminded_at     timestamptz,
  holds           text[],
  fails           text[],
  words           bytea,
  answered_by     uuid,
  answered_at     timestamptz,
  check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (holds is null) and (answered_at is null) = (fails is null))
);
create unique index asked_back_open on referral.asked_back (referral_id) where answered_at is null;
create index asked_back_of_referral on referral.asked_back (referral_id, asked_at);
call access.guard('referral.asked_back');
call access.workers_of_the_side('referral.asked_back', 'HELPLINE', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
create policy reminder_reads on referral.asked_back for select using ((select access.actor_kind() = 'JOB' and access.job() = 'asked-back') and organisation_id = access.organisation());
create policy reminder_counts on referral.asked_back for update using ((select access.actor_kind() = 'JOB' and access.job() = 'asked-back') and organisation_id = access.organisation());
call access.erasable('referral.asked_back');
grant select, insert, update (way, rules, asked_by, asked_at, due_at, reminders, reminded_at, holds, fails, words, answered_by, answered_at), delete on referral.asked_back to ${app};

create policy reminder_reads on referral.referral for select using ((select access.actor_kind() = 'JOB' and access.job() = 'asked-back') and organisation_id = access.organisation());

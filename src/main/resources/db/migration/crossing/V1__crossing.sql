create schema crossing;
grant usage on schema crossing to ${app};

-- What the side of those who harm told the side of those they harm. A pair is one participant and one partner; its id means nothing elsewhere on either side.
create table crossing.entry (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default 'SUPPORT' check (side = 'SUPPORT'),
  pair_id         uuid not null,
  kind            text not null check (kind in ('PARTNER', 'ATTENDANCE', 'STANDING', 'RISK')),
  code            text not null,
  day             date,
  participant     bytea,
  partner         bytea,
  reach           bytea,
  words           bytea,
  told_at         timestamptz not null,
  answer_by       timestamptz,
  answered_at     timestamptz,
  check ((kind = 'PARTNER') = (participant is not null) and (kind = 'PARTNER') = (partner is not null)),
  check ((kind = 'ATTENDANCE') = (day is not null)),
  check (kind = 'RISK' or words is null),
  -- Safety: the kinds of news are these and no others; each row is one of them whole.
  check (case kind when 'PARTNER' then code in ('PARTNER', 'EX_PARTNER', 'NEW_PARTNER') when 'ATTENDANCE' then code in ('CAME', 'MISSED')
                   when 'STANDING' then code in ('STARTED', 'SUSPENDED', 'RETURNED', 'LEFT', 'COMPLETED') else code in ('UP', 'DOWN') end)
);
create index entry_of_pair on crossing.entry (pair_id, told_at);
create index entry_to_answer on crossing.entry (organisation_id, side, answer_by) where answer_by is not null and answered_at is null;
create index entry_newest on crossing.entry (organisation_id, side, told_at desc);
call access.guard('crossing.entry');
-- Safety: one direction. Those who work with participants add; they read nothing here, not even their own.
create policy programme_tells on crossing.entry for insert with check (
  (select access.actor_kind() = 'WORKER' and access.side() = 'CHANGE' and access.has_role('FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and side = 'SUPPORT');
create policy support_reads on crossing.entry for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('SUPPORT_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'PARTNER_SUPPORT')) and organisation_id = access.organisation() and side = access.side());
create policy support_answers on crossing.entry for update using (
  (select access.actor_kind() = 'WORKER' and access.has_role('SUPPORT_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'PARTNER_SUPPORT')) and organisation_id = access.organisation() and side = access.side());
create policy clock_reads on crossing.entry for select using (
  (select access.actor_kind() = 'JOB' and access.job() = 'partner-safety') and organisation_id = access.organisation() and side = access.side());
call access.erasable('crossing.entry');
grant select, insert, update (answered_at), delete on crossing.entry to ${app};

-- All that comes back: contact was offered. Not when, not by whom, and not what was said.
create table crossing.offered (
  pair_id         uuid primary key,
  organisation_id uuid not null default access.organisation()
);
call access.guard('crossing.offered');
create policy support_says on crossing.offered for insert with check (
  (select access.actor_kind() = 'WORKER' and access.side() = 'SUPPORT' and access.has_role('SUPPORT_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'PARTNER_SUPPORT')) and organisation_id = access.organisation());
create policy programme_reads on crossing.offered for select using (
  (select access.actor_kind() = 'WORKER' and access.side() = 'CHANGE' and access.has_role('FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation());
call access.erasable('crossing.offered');
grant select, insert, delete on crossing.offered to ${app};

create schema safeguarding;
grant usage on schema safeguarding to ${app};

-- Somebody thinks that a child, or an adult who cannot protect themself, is at risk.
create table safeguarding.concern (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  case_id         uuid not null,
  about           text not null check (about in ('CHILD', 'ADULT')),
  person_id       uuid,
  words           bytea not null,
  raised_by       uuid not null,
  raised_at       timestamptz not null,
  urgent          boolean not null,
  decision        text check (decision in ('REFER', 'WATCH', 'NO_ACTION')),
  why             bytea,
  decided_by      uuid,
  decided_at      timestamptz,
  referred_to     bytea,
  referred_on     date,
  referred_by     uuid,
  told            text check (told in ('YES', 'NOT_SAFE', 'NOT_YET')),
  outcome         bytea,
  ended_at        timestamptz,
  version         int not null default 0,
  -- Safety: a decision has a reason and a lead who answers for it; nothing ends undecided, or decided to be referred and not referred.
  check ((decision is null) = (decided_by is null) and (decision is null) = (why is null) and (decision is null) = (decided_at is null)),
  check ((referred_on is null) = (referred_to is null) and (referred_on is null) = (referred_by is null)),
  check (ended_at is null or (decision is not null and outcome is not null and (decision <> 'REFER' or referred_on is not null)))
);
create index concern_of_case on safeguarding.concern (case_id, raised_at desc);
create index concern_open on safeguarding.concern (organisation_id, side, raised_at) where ended_at is null;
-- Safety: the wall, as a case's.
call access.guard('safeguarding.concern');
call access.workers_of_the_side('safeguarding.concern', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
grant select, insert, update on safeguarding.concern to ${app};

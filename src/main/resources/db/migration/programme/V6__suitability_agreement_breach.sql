-- A question set asked of a participant: whether a programme suits them, and the plan they leave with. A draft changes; what is finished stands.
create table programme.sheet (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  case_id         uuid not null,
  response_id     uuid not null unique,
  key             text not null,
  begun_by        uuid not null,
  begun_at        timestamptz not null,
  done_by         uuid,
  done_at         timestamptz,
  check ((done_by is null) = (done_at is null))
);
create index sheet_of_case on programme.sheet (case_id, begun_at desc);
create unique index one_draft_of_a_sheet on programme.sheet (case_id, key) where done_at is null;
call access.guard('programme.sheet');
call access.workers_of_the_side('programme.sheet', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
call access.erasable('programme.sheet');
grant select, insert, update (done_by, done_at), delete on programme.sheet to ${app};

-- What was decided after such a talk. Added once; another view is another talk.
create table programme.suitability (
  sheet_id        uuid primary key references programme.sheet,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  case_id         uuid not null,
  decision        text not null check (decision in ('SUITABLE', 'SINGLE_FIRST', 'NOT_NOW', 'NOT_HERE')),
  why             bytea not null,
  asks_second     boolean not null,
  decided_by      uuid not null,
  decided_at      timestamptz not null,
  agreed_by       uuid,
  agreed_at       timestamptz,
  -- Safety: where an answer was urgent, whoever decides does not agree with themselves.
  check (agreed_by is distinct from decided_by),
  check ((agreed_by is null) = (agreed_at is null))
);
create index suitability_of_case on programme.suitability (case_id, decided_at desc);
call access.guard('programme.suitability');
call access.workers_of_the_side('programme.suitability', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
call access.erasable('programme.suitability');
grant select, insert, update (agreed_by, agreed_at), delete on programme.suitability to ${app};

-- The agreement as it was signed for one way through the programme.
create table programme.agreement (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  case_id         uuid not null,
  enrolment_id    uuid not null,
  version         text not null,
  signed_on       date not null,
  followed        text not null check (followed in ('READ', 'READ_OUT', 'INTERPRETED', 'EASY_READ')),
  words           bytea,
  explained_by    uuid not null,
  written_at      timestamptz not null
);
create index agreement_of_enrolment on programme.agreement (enrolment_id, written_at desc);
call access.guard('programme.agreement');
call access.workers_of_the_side('programme.agreement', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
call access.erasable('programme.agreement');
grant select, insert, delete on programme.agreement to ${app};

-- The agreement was not kept, and what follows. Added once, never changed.
create table programme.breach (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  case_id         uuid not null,
  happened_on     date not null,
  kind            text not null check (kind in ('MISSED', 'HARM', 'CONTACT', 'SUBSTANCES', 'GROUP', 'TOLD', 'OTHER')),
  follows         text not null check (follows in ('TALK', 'WARNING', 'SUSPENDED', 'ENDED')),
  words           bytea not null,
  told            boolean not null,
  written_by      uuid not null,
  written_at      timestamptz not null
);
create index breach_of_case on programme.breach (case_id, happened_on desc);
call access.guard('programme.breach');
call access.workers_of_the_side('programme.breach', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
call access.erasable('programme.breach');
grant select, insert, delete on programme.breach to ${app};

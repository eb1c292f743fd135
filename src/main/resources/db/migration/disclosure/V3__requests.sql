-- Somebody asks for what we hold: the person themself, a court, the police, another agency.
create table disclosure.request (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  person_id       uuid not null,
  kind            text not null check (kind in ('SUBJECT_ACCESS', 'COURT', 'POLICE', 'AGENCY')),
  status          text not null check (status in ('OPEN', 'READY', 'ANSWERED', 'REFUSED', 'WITHDRAWN')),
  asked_by        bytea not null,
  scope           bytea not null,
  checked         bytea,
  received_on     date not null,
  due_on          date not null,
  extended_why    bytea,
  outcome         bytea,
  ready_by        uuid,
  ended_by        uuid,
  ended_at        timestamptz,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  version         int not null default 0,
  unique (id, organisation_id, side),
  check (due_on >= received_on),
  check ((status in ('ANSWERED', 'REFUSED', 'WITHDRAWN')) = (ended_at is not null)),
  -- Safety: nothing is answered before somebody wrote how they made sure who asks, and nobody answers alone.
  check (status <> 'ANSWERED' or (checked is not null and ready_by is not null and ended_by <> ready_by))
);
create index request_open on disclosure.request (organisation_id, side, due_on, id) where status in ('OPEN', 'READY');
create index request_ended on disclosure.request (organisation_id, side, ended_at desc) where ended_at is not null;
create index request_of_person on disclosure.request (organisation_id, side, person_id);
call access.guard('disclosure.request');
call access.workers_of_the_side('disclosure.request', 'MANAGER', 'SAFEGUARDING_LEAD', 'PRIVACY_LEAD');
grant select, insert, update on disclosure.request to ${app};

-- One thing that was found for a request: where it comes from, and whether it leaves.
create table disclosure.request_item (
  id              uuid primary key,
  request_id      uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  field           text not null,
  source          text not null check (source in ('THEMSELVES', 'OTHERS', 'AGENCY', 'OURS')),
  what            bytea not null,
  decision        text not null check (decision in ('UNDECIDED', 'LEAVES', 'PART', 'STAYS')),
  why             bytea,
  decided_by      uuid,
  recorded_at     timestamptz not null,
  check ((decision = 'UNDECIDED') = (decided_by is null)),
  -- Safety: an address does not leave this way, whoever asks.
  check (decision not in ('LEAVES', 'PART') or field not in ('HOME_ADDRESS', 'STAYING_AT', 'REFUGE')),
  foreign key (request_id, organisation_id, side) references disclosure.request (id, organisation_id, side)
);
create index item_of_request on disclosure.request_item (request_id, recorded_at, id);
call access.guard('disclosure.request_item');
call access.workers_of_the_side('disclosure.request_item', 'MANAGER', 'SAFEGUARDING_LEAD', 'PRIVACY_LEAD');
grant select, insert, update on disclosure.request_item to ${app};

alter table disclosure.release drop constraint release_recipient_check;
alter table disclosure.release add constraint release_recipient_check check (recipient in ('PERSON', 'WORKER', 'ORGANISATION', 'REQUEST'));
alter table disclosure.release drop constraint release_purpose_check;
alter table disclosure.release add constraint release_purpose_check check (purpose in ('CLIENT_KEEPS', 'WORKER_COPY', 'PASS_ON', 'ANSWER'));

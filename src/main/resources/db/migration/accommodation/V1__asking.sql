create schema accommodation;
grant usage on schema accommodation to ${app};

-- Safety: the wall. Where somebody looks for a safe place is there for case workers of the organisation on the side that supports people harmed.
create procedure accommodation.wall(walled regclass) language plpgsql as $$
begin
  call access.guard(walled);
  call access.workers_of_the_side(walled, 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'PARTNER_SUPPORT');
end $$;

-- A household that looks for a safe place. No address: the new one goes into the compartment.
create table accommodation.request (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  case_id         uuid not null,
  status          text not null check (status in ('OPEN', 'PLACED', 'NOT_FOUND', 'NO_LONGER')),
  kinds           text[] not null check (cardinality(kinds) > 0),
  needed_from     date not null,
  adults          int not null check (adults between 1 and 9),
  children        uuid[] not null,
  counted_as      text not null check (counted_as in ('WOMAN', 'MAN', 'NON_BINARY', 'NOT_SAID')),
  funds           text not null check (funds in ('NOT_ASKED', 'BENEFITS', 'WORK', 'NO_RECOURSE', 'OTHER')),
  pets            bytea,
  must_have       bytea,
  avoid           bytea,
  asked_by        uuid not null,
  asked_at        timestamptz not null,
  ended_at        timestamptz,
  version         int not null default 0,
  check ((status = 'OPEN') = (ended_at is null)),
  unique (id, case_id)
);
create unique index one_open_request_of_a_case on accommodation.request (case_id) where status = 'OPEN';
create index request_of_case on accommodation.request (case_id, asked_at desc);
create index request_open on accommodation.request (organisation_id, side, needed_from, id) where status = 'OPEN';
call accommodation.wall('accommodation.request');
grant select, insert, update on accommodation.request to ${app};

-- One place that was asked, and what it said. Sealed: which refuge somebody went to leads to a door.
create table accommodation.place (
  id              uuid primary key,
  request_id      uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  name            bytea not null,
  answer          text not null check (answer in ('WAITING', 'OFFERED', 'TURNED_AWAY', 'CLIENT_SAID_NO')),
  reason          text check (reason in ('NO_SPACE', 'TOO_MANY', 'SONS_AGE', 'GENDER', 'FUNDS', 'MENTAL_HEALTH', 'SUBSTANCES', 'ACCESS', 'LANGUAGE', 'PETS', 'TOO_NEAR', 'CONNECTION', 'RISK', 'OTHER')),
  counted_as      text not null check (counted_as in ('WOMAN', 'MAN', 'NON_BINARY', 'NOT_SAID')),
  asked_by        uuid not null,
  asked_at        timestamptz not null,
  answered_at     timestamptz,
  check ((answer = 'WAITING') = (answered_at is null)),
  check ((answer = 'TURNED_AWAY') = (reason is not null)),
  foreign key (request_id, case_id) references accommodation.request (id, case_id)
);
create index place_of_case on accommodation.place (case_id, asked_at desc);
create index place_turned_away on accommodation.place (organisation_id, side, answered_at) where answer = 'TURNED_AWAY';
call accommodation.wall('accommodation.place');
grant select, insert, update on accommodation.place to ${app};

create schema commissioning;
grant usage on schema commissioning to ${app};

create function commissioning.asks() returns boolean stable language sql return access.actor_kind() = 'WORKER' and access.has_role('COMMISSIONER');
create function commissioning.answers() returns boolean stable language sql return access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'ADMINISTRATOR');

-- A commissioner asks a service how many men it reached in some quarters, and for its plan to reach more.
create table commissioning.request (
  id                uuid primary key,
  organisation_id   uuid not null default access.organisation(),
  organisation_name text not null,
  owner_id          uuid not null,
  owner_name        text not null,
  from_on           date not null,
  -- The last day. Whole quarters, so that two answers lie beside each other and not over each other by a day.
  until_on          date not null check (until_on > from_on and extract(day from from_on) = 1 and extract(month from from_on) in (1, 4, 7, 10)
                                         and extract(day from until_on + 1) = 1 and extract(month from until_on + 1) in (1, 4, 7, 10)),
  wants_plan        boolean not null,
  words             text not null default '',
  due_on            date not null,
  state             text not null check (state in ('ASKED', 'ANSWERED', 'DECLINED', 'WITHDRAWN')),
  asked_by          uuid not null,
  asked_at          timestamptz not null,
  said              text not null default '',
  answered_by       uuid,
  answered_at       timestamptz,
  corrected_at      timestamptz,
  check (organisation_id <> owner_id),
  check (state in ('ASKED', 'WITHDRAWN') or answered_by is not null and answered_at is not null),
  check (state <> 'DECLINED' or btrim(said) <> ''),
  unique (id, owner_id, organisation_id)
);
-- One at a time about the same quarters.
create unique index request_once on commissioning.request (organisation_id, owner_id, from_on, until_on) where state in ('ASKED', 'ANSWERED');
create index request_by on commissioning.request (organisation_id, until_on desc, owner_name);
create index request_of on commissioning.request (owner_id, asked_at desc);
call access.guard('commissioning.request');
create policy commissioners_read on commissioning.request for select using ((select commissioning.asks()) and organisation_id = access.organisation());
create policy commissioners_ask on commissioning.request for insert with check ((select commissioning.asks()) and organisation_id = access.organisation() and owner_id <> access.organisation() and state = 'ASKED' and answered_at is null);
create policy commissioners_withdraw on commissioning.request for update using ((select commissioning.asks()) and organisation_id = access.organisation() and state = 'ASKED') with check (organisation_id = access.organisation() and state = 'WITHDRAWN');
create policy services_read on commissioning.request for select using ((select commissioning.answers()) and owner_id = access.organisation());
create policy services_answer on commissioning.request for update using ((select commissioning.answers()) and owner_id = access.organisation() and state in ('ASKED', 'ANSWERED')) with check (owner_id = access.organisation() and state in ('ANSWERED', 'DECLINED'));
create policy jobs_read on commissioning.request for select using ((select access.actor_kind() = 'JOB' and access.job() = 'numbers-asked') and access.organisation() in (owner_id, organisation_id));
grant select, insert, update (state, said, answered_by, answered_at, corrected_at) on commissioning.request to ${app};

-- What hangs on an answer: the service writes it, and the commissioner reads it once the answer is given.
create procedure commissioning.of_an_answer(kept regclass) language plpgsql as $$
begin
  call access.guard(kept);
  execute format('create policy services on %s using ((select commissioning.answers()) and owner_id = access.organisation()) with check ((select commissioning.answers()) and owner_id = access.organisation()
    and exists (select from commissioning.request r where r.id = request_id and r.owner_id = access.organisation() and r.state = ''ANSWERED''))', kept);
  execute format('create policy commissioners_read on %s for select using ((select commissioning.asks()) and organisation_id = access.organisation()
    and exists (select from commissioning.request r where r.id = request_id and r.state = ''ANSWERED''))', kept);
end $$;

create table commissioning.number (
  request_id      uuid not null,
  owner_id        uuid not null,
  organisation_id uuid not null,
  measure         text not null check (measure in ('ASKED', 'SUPPORTED', 'WAITING', 'NO_PLACE')),
  -- Safety: none, too few to be shown (-1), or in steps of five. No exact number of people is ever kept here.
  men             int check (men in (-1, 0) or men > 0 and men % 5 = 0),
  everybody       int check (everybody in (-1, 0) or everybody > 0 and everybody % 10 = 0),
  primary key (request_id, measure),
  foreign key (request_id, owner_id, organisation_id) references commissioning.request (id, owner_id, organisation_id)
);
call commissioning.of_an_answer('commissioning.number');
grant select, insert, delete on commissioning.number to ${app};

-- The plan as it stood on the day of the answer: what a commissioner may read of it, and nobody's name.
create table commissioning.plan (
  request_id      uuid primary key,
  owner_id        uuid not null,
  organisation_id uuid not null,
  title           text not null,
  about           text not null,
  aim             int not null check (aim >= 0),
  aim_on          date not null,
  foreign key (request_id, owner_id, organisation_id) references commissioning.request (id, owner_id, organisation_id)
);
call commissioning.of_an_answer('commissioning.plan');
grant select, insert, delete on commissioning.plan to ${app};

create table commissioning.step (
  request_id      uuid not null,
  position        int not null,
  owner_id        uuid not null,
  organisation_id uuid not null,
  what            text not null,
  milestone       text not null,
  due_on          date not null,
  state           text not null check (state in ('OPEN', 'DONE', 'DROPPED')),
  primary key (request_id, position),
  foreign key (request_id, owner_id, organisation_id) references commissioning.request (id, owner_id, organisation_id)
);
call commissioning.of_an_answer('commissioning.step');
grant select, insert, delete on commissioning.step to ${app};

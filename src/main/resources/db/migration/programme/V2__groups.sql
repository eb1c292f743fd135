-- One run of a programme: a group that meets, with so many commissioned places.
create table programme.cohort (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  name            text not null,
  for_gender      text not null check (for_gender in ('ANYONE', 'MEN', 'WOMEN')),
  language        text not null,
  venue           text not null,
  first_at        timestamptz not null,
  minutes         int not null check (minutes between 15 and 480),
  facilitator     uuid not null,
  co_facilitator  uuid not null,
  made_by         uuid not null,
  made_at         timestamptz not null,
  ended_at        timestamptz,
  check (facilitator <> co_facilitator)
);
create index cohort_open on programme.cohort (organisation_id, side, first_at) where ended_at is null;
call access.guard('programme.cohort');
call access.workers_of_the_side('programme.cohort', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
grant select, insert, update (ended_at) on programme.cohort to ${app};

-- Safety: a place is a row, so that no two people are ever offered the same one.
create table programme.place (
  cohort_id       uuid not null references programme.cohort,
  number          int not null check (number between 1 and 60),
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  primary key (cohort_id, number)
);
call access.guard('programme.place');
call access.workers_of_the_side('programme.place', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
create policy lapse_reads on programme.place for select using (
  (select access.actor_kind() = 'JOB' and access.job() = 'place-offer') and organisation_id = access.organisation() and side = access.side());
grant select, insert on programme.place to ${app};

create table programme.session (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  cohort_id       uuid not null references programme.cohort,
  number          int not null,
  title           text not null,
  starts_at       timestamptz not null,
  unique (cohort_id, number)
);
call access.guard('programme.session');
call access.workers_of_the_side('programme.session', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
grant select, insert, update (starts_at) on programme.session to ${app};

-- Somebody's way through the programme: one at a time.
create table programme.enrolment (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  case_id         uuid not null,
  status          text not null check (status in ('WAITING', 'NOT_READY', 'OFFERED', 'PLACED', 'STARTED', 'SUSPENDED', 'COMPLETED', 'LEFT')),
  priority        boolean not null,
  cohort_id       uuid,
  place           int,
  offered_until   timestamptz,
  agreed_on       date,
  started_at      timestamptz,
  ended_at        timestamptz,
  why             bytea,
  waiting_since   timestamptz not null,
  changed_by      uuid not null,
  changed_at      timestamptz not null,
  version         int not null default 0,
  foreign key (cohort_id, place) references programme.place,
  check ((cohort_id is null) = (place is null)),
  -- Safety: who is offered, placed or taking part holds a place; who has ended holds none.
  check (status not in ('OFFERED', 'PLACED', 'STARTED', 'SUSPENDED') or place is not null),
  check (status in ('OFFERED', 'PLACED', 'STARTED', 'SUSPENDED') or place is null),
  check ((status = 'OFFERED') = (offered_until is not null)),
  check (status not in ('STARTED', 'SUSPENDED', 'COMPLETED') or (started_at is not null and agreed_on is not null)),
  check ((status in ('COMPLETED', 'LEFT')) = (ended_at is not null))
);
create unique index one_place_one_person on programme.enrolment (cohort_id, place) where place is not null;
create unique index one_way_at_a_time on programme.enrolment (case_id) where ended_at is null;
create index enrolment_of_case on programme.enrolment (case_id, waiting_since desc);
create index enrolment_waiting on programme.enrolment (organisation_id, side, priority desc, waiting_since) where status = 'WAITING';
call access.guard('programme.enrolment');
call access.workers_of_the_side('programme.enrolment', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
create policy lapse_reads on programme.enrolment for select using (
  (select access.actor_kind() = 'JOB' and access.job() = 'place-offer') and organisation_id = access.organisation() and side = access.side());
create policy lapse_frees on programme.enrolment for update using (
  (select access.actor_kind() = 'JOB' and access.job() = 'place-offer') and organisation_id = access.organisation() and side = access.side());
call access.erasable('programme.enrolment');
grant select, insert, update, delete on programme.enrolment to ${app};

-- Safety: nobody starts before every partner was offered contact, or two people looked and there is none. Whatever the application does.
create function programme.partners_first() returns trigger language plpgsql as $$
begin
  if new.status = 'STARTED' and old.status <> 'STARTED' then
    if not exists (select from programme.partner p where p.case_id = new.case_id) and not exists (select from programme.no_partner n where n.case_id = new.case_id and n.agreed_by is not null) then
      raise exception 'nobody has asked about partners' using errcode = 'check_violation';
    end if;
    if exists (select from programme.partner p where p.case_id = new.case_id and not exists (select from crossing.offered o where o.pair_id = p.pair_id)) then
      raise exception 'a partner was not offered contact' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger partners_first before update on programme.enrolment for each row execute function programme.partners_first();
create policy begins_waiting on programme.enrolment as restrictive for insert with check (status in ('WAITING', 'NOT_READY') or (select access.actor_kind() = 'INSTALLER'));

-- Who came to a session. What is put right is written over; the trail keeps who did it.
create table programme.attendance (
  session_id      uuid not null references programme.session,
  enrolment_id    uuid not null references programme.enrolment,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  mark            text not null check (mark in ('ATTENDED', 'LATE', 'LEFT_EARLY', 'ACCEPTABLE', 'UNACCEPTABLE')),
  engagement      text check (engagement in ('TAKES_PART', 'LISTENS', 'RESISTS')),
  note            bytea,
  marked_by       uuid not null,
  marked_at       timestamptz not null,
  primary key (session_id, enrolment_id)
);
create index attendance_of_enrolment on programme.attendance (enrolment_id);
call access.guard('programme.attendance');
call access.workers_of_the_side('programme.attendance', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
call access.erasable('programme.attendance');
grant select, insert, update, delete on programme.attendance to ${app};

create schema training;
grant usage on schema training to ${app};

-- Those who train and those who pay for it; nobody in these tables is a client.
create function training.may_write() returns boolean stable language sql return access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER');
create function training.may_read() returns boolean stable language sql return access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER', 'COMMISSIONER');

create table training.course (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  title           text not null check (char_length(title) between 1 and 150),
  title_cy        text not null default '',
  about           text not null default '',
  about_cy        text not null default '',
  made_by         uuid not null,
  made_at         timestamptz not null,
  put_away_at     timestamptz
);
create index course_by_title on training.course (organisation_id, title);
call access.guard('training.course');
create policy those_who_train_read on training.course for select using ((select training.may_read()) and organisation_id = access.organisation());
create policy those_who_train_add on training.course for insert with check ((select training.may_write()) and organisation_id = access.organisation());
create policy those_who_train_change on training.course for update using ((select training.may_write()) and organisation_id = access.organisation());
create policy anyone_reads on training.course for select using ((select access.actor_kind() in ('PUBLIC', 'HOLDER')));
create policy jobs_read on training.course for select using ((select access.actor_kind() = 'JOB') and organisation_id = access.organisation());
grant select, insert, update (title, title_cy, about, about_cy, put_away_at) on training.course to ${app};

-- One run of a course: a webinar is a cohort with one session online.
create table training.cohort (
  id               uuid primary key,
  organisation_id  uuid not null default access.organisation(),
  course_id        uuid not null references training.course,
  online           boolean not null,
  place            text not null default '',
  -- Safety: sealed; whoever has the address of the room can walk in.
  room             bytea,
  capacity         int not null check (capacity between 1 and 10000),
  offer_hours      int not null check (offer_hours between 1 and 336),
  evaluation_id    uuid,
  -- How many places were ever asked for: the order of the waiting list, given out under the lock of this row.
  joined           int not null default 0,
  -- Places had or kept, and people who wait: written under the same lock, so that anybody can be told whether there is room without seeing who has it.
  taken            int not null default 0 check (taken >= 0),
  waiting          int not null default 0 check (waiting >= 0),
  made_by          uuid not null,
  made_at          timestamptz not null,
  published_at     timestamptz,
  called_off_at    timestamptz,
  told_after_at    timestamptz,
  asked_again_at   timestamptz,
  forgotten_at     timestamptz
);
create index cohort_by_course on training.cohort (course_id);
create index cohort_by_organisation on training.cohort (organisation_id, made_at desc);
call access.guard('training.cohort');
create policy those_who_train_read on training.cohort for select using ((select training.may_read()) and organisation_id = access.organisation());
create policy those_who_train_add on training.cohort for insert with check ((select training.may_write()) and organisation_id = access.organisation()
  and exists (select from training.course c where c.id = course_id and c.organisation_id = cohort.organisation_id));
create policy those_who_train_change on training.cohort for update using ((select training.may_write()) and organisation_id = access.organisation());
create policy anyone_reads on training.cohort for select using ((select access.actor_kind() in ('PUBLIC', 'HOLDER')) and published_at is not null);
create policy jobs_read on training.cohort for select using ((select access.actor_kind() = 'JOB') and organisation_id = access.organisation());
create policy places_are_given on training.cohort for update using ((select access.actor_kind() = 'JOB' and access.job() = 'training') and organisation_id = access.organisation());
grant select, insert, update (online, place, room, capacity, offer_hours, evaluation_id, joined, taken, waiting, published_at, called_off_at, told_after_at, asked_again_at, forgotten_at) on training.cohort to ${app};

create table training.session (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  cohort_id       uuid not null references training.cohort,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  reminded_at     timestamptz,
  check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours')
);
create index session_by_cohort on training.session (cohort_id, starts_at);
call access.guard('training.session');
create policy with_its_cohort on training.session for select using (exists (select from training.cohort c where c.id = cohort_id and c.organisation_id = session.organisation_id));
create policy those_who_train_add on training.session for insert with check ((select training.may_write()) and organisation_id = access.organisation()
  and exists (select from training.cohort c where c.id = cohort_id and c.organisation_id = session.organisation_id));
create policy those_who_train_change on training.session for update using ((select training.may_write()) and organisation_id = access.organisation());
create policy those_who_train_remove on training.session for delete using ((select training.may_write()) and organisation_id = access.organisation());
create policy reminders_are_marked on training.session for update using ((select access.actor_kind() = 'JOB' and access.job() = 'training') and organisation_id = access.organisation());
grant select, insert, delete, update (starts_at, ends_at, reminded_at) on training.session to ${app};

-- At most so many from one sector, so that a course for all is not filled by one.
create table training.sector_limit (
  cohort_id       uuid not null references training.cohort,
  sector          text not null,
  organisation_id uuid not null default access.organisation(),
  places          int not null check (places between 0 and 10000),
  primary key (cohort_id, sector)
);
call access.guard('training.sector_limit');
create policy with_its_cohort on training.sector_limit for select using (exists (select from training.cohort c where c.id = cohort_id and c.organisation_id = sector_limit.organisation_id));
create policy those_who_train_add on training.sector_limit for insert with check ((select training.may_write()) and organisation_id = access.organisation()
  and exists (select from training.cohort c where c.id = cohort_id and c.organisation_id = sector_limit.organisation_id));
create policy those_who_train_remove on training.sector_limit for delete using ((select training.may_write()) and organisation_id = access.organisation());
grant select, insert, delete on training.sector_limit to ${app};

-- Who asked for a place. Name, address and the way back are sealed; a trainer reads them, a commissioner never does.
create table training.registration (
  id                uuid primary key,
  organisation_id   uuid not null,
  cohort_id         uuid not null references training.cohort,
  state             text not null check (state in ('ASKED', 'PLACED', 'WAITING', 'OFFERED', 'WITHDRAWN', 'REFUSED', 'LAPSED')),
  number            int,
  name              bytea,
  email             bytea,
  email_fingerprint text,
  -- The fingerprint of the link in their mail, and the link itself, sealed, so that later mails carry it too.
  holder            text unique,
  token             bytea,
  address_id        uuid,
  sector            text not null,
  agency_id         uuid,
  team_id           uuid,
  workplace         bytea,
  welsh             boolean not null,
  asked_at          timestamptz not null,
  offered_until     timestamptz,
  changed_at        timestamptz not null
);
-- One registration for each confirmed address: whoever asks twice finds their first.
create unique index registration_once on training.registration (cohort_id, email_fingerprint) where state in ('PLACED', 'WAITING', 'OFFERED');
create unique index registration_number on training.registration (cohort_id, number);
create index registration_by_cohort on training.registration (cohort_id, state, number);
call access.guard('training.registration');
-- Safety: anyone may ask, and nobody who asks learns who else did: public rows come in unconfirmed, hold no place and are not read back.
create policy anyone_asks on training.registration for insert with check ((select access.actor_kind() in ('PUBLIC', 'HOLDER')) and state = 'ASKED' and number is null and offered_until is null and address_id is null
  and exists (select from training.cohort c where c.id = cohort_id and c.organisation_id = registration.organisation_id and c.published_at is not null and c.called_off_at is null));
create policy holder_reads on training.registration for select using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy trainers_read on training.registration for select using ((select training.may_write()) and organisation_id = access.organisation());
create policy trainers_change on training.registration for update using ((select training.may_write()) and organisation_id = access.organisation());
create policy places_are_given on training.registration for all using ((select access.actor_kind() = 'JOB' and access.job() = 'training') and organisation_id = access.organisation());
grant select, insert, delete, update (state, number, name, email, email_fingerprint, holder, token, address_id, workplace, offered_until, changed_at) on training.registration to ${app};

-- What somebody needs to take part: read by whoever trains, and gone a month after.
create table training.access_need (
  registration_id uuid primary key references training.registration on delete cascade,
  organisation_id uuid not null,
  words           bytea not null
);
call access.guard('training.access_need');
create policy anyone_says on training.access_need for insert with check ((select access.actor_kind() in ('PUBLIC', 'HOLDER')));
create policy holder_reads on training.access_need for select using ((select access.actor_kind() = 'HOLDER') and exists (select from training.registration r where r.id = registration_id));
-- Safety: health may speak from these words; only trainers read them.
create policy trainers_read on training.access_need for select using ((select access.actor_kind() = 'WORKER' and access.has_role('TRAINER')) and organisation_id = access.organisation());
create policy places_are_given on training.access_need for all using ((select access.actor_kind() = 'JOB' and access.job() = 'training') and organisation_id = access.organisation());
grant select, insert, delete on training.access_need to ${app};

create table training.attendance (
  session_id      uuid not null references training.session,
  registration_id uuid not null references training.registration on delete cascade,
  organisation_id uuid not null,
  way             text not null check (way in ('LINK', 'HAND', 'FILE')),
  marked_at       timestamptz not null,
  marked_by       uuid,
  primary key (session_id, registration_id)
);
create index attendance_by_registration on training.attendance (registration_id);
call access.guard('training.attendance');
create policy holder_reads on training.attendance for select using ((select access.actor_kind() = 'HOLDER') and exists (select from training.registration r where r.id = registration_id));
create policy trainers on training.attendance for all using ((select training.may_write()) and organisation_id = access.organisation())
  with check ((select training.may_write()) and organisation_id = access.organisation() and exists (select from training.registration r where r.id = registration_id and r.organisation_id = attendance.organisation_id));
create policy places_are_given on training.attendance for all using ((select access.actor_kind() = 'JOB' and access.job() = 'training') and organisation_id = access.organisation());
grant select, insert, delete on training.attendance to ${app};

-- Somebody was at every session of a cohort. It outlives the name: the code proves a certificate, the rest counts.
create table training.trained (
  registration_id uuid primary key,
  organisation_id uuid not null,
  cohort_id       uuid not null references training.cohort,
  course_id       uuid not null,
  -- The same for one person in all cohorts, so that people are counted and not seats.
  person          text not null,
  sector          text not null,
  agency_id       uuid,
  team_id         uuid,
  on_day          date not null,
  minutes         int not null,
  code            bytea not null,
  code_fingerprint text not null unique,
  -- Two letters, by which whoever holds a certificate can compare.
  initials        text not null check (char_length(initials) <= 8)
);
create index trained_by_organisation on training.trained (organisation_id, agency_id, team_id);
create index trained_by_cohort on training.trained (cohort_id);
call access.guard('training.trained');
create policy those_who_train_read on training.trained for select using ((select training.may_read()) and organisation_id = access.organisation());
create policy those_who_train_add on training.trained for insert with check ((select training.may_write()) and organisation_id = access.organisation());
create policy those_who_train_take_back on training.trained for delete using ((select training.may_write()) and organisation_id = access.organisation());
create policy places_are_given on training.trained for all using ((select access.actor_kind() = 'JOB' and access.job() = 'training') and organisation_id = access.organisation());
-- Whoever holds a code finds that one certificate.
create policy holder_checks on training.trained for select using ((select access.actor_kind() = 'HOLDER') and code_fingerprint = access.holder());
grant select, insert, delete on training.trained to ${app};

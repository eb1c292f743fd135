create schema moving;
grant usage on schema moving to ${app};

-- One file of old cases that was brought in, by whom, and whether it was taken back.
create table moving.import (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  begun_by        uuid not null,
  begun_at        timestamptz not null,
  undone_at       timestamptz
);
call access.guard('moving.import');
call access.workers_of_the_side('moving.import', 'MANAGER');
call access.erasable('moving.import');
create policy eraser_marks on moving.import for update using ((select access.actor_kind() = 'JOB' and access.job() = 'erase') and organisation_id = access.organisation());
grant select, insert, update on moving.import to ${app};

-- What a line of such a file became. The reference of the old system is kept as a fingerprint: it finds a line that is brought in again, and says nothing.
create table moving.imported (
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  reference_key   text not null,
  import_id       uuid not null references moving.import,
  case_id         uuid not null,
  person_id       uuid not null,
  made_person     boolean not null,
  imported_at     timestamptz not null,
  primary key (organisation_id, side, reference_key)
);
create index imported_of_import on moving.imported (import_id, imported_at);
create index imported_case on moving.imported (case_id);
call access.guard('moving.imported');
call access.workers_of_the_side('moving.imported', 'MANAGER');
call access.erasable('moving.imported');
grant select, insert, delete on moving.imported to ${app};

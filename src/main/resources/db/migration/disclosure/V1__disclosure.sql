create schema disclosure;
grant usage on schema disclosure to ${app};

-- What left, to whom, why and by what way: the kinds of field, never their values.
create table disclosure.release (
  id              uuid primary key,
  organisation_id uuid not null,
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  person_id       uuid not null,
  recipient       text not null check (recipient in ('PERSON', 'WORKER', 'ORGANISATION')),
  recipient_id    uuid not null,
  purpose         text not null check (purpose in ('CLIENT_KEEPS', 'WORKER_COPY', 'PASS_ON')),
  via             text not null check (via in ('PRINT', 'SYSTEM', 'EMAIL', 'LETTER')),
  fields          text[] not null,
  withheld        text[] not null,
  released_by     uuid not null,
  cleared_by      uuid,
  released_at     timestamptz not null,
  -- Safety: nobody clears their own disclosure.
  check (cleared_by is distinct from released_by)
);
create index release_by_person on disclosure.release (organisation_id, side, person_id, released_at desc);
call access.guard('disclosure.release');
create policy own_side_reads on disclosure.release for select using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side());
create policy own_side_adds on disclosure.release for insert with check (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side() and released_by = access.worker());
grant select, insert on disclosure.release to ${app};

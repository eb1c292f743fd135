-- Names somebody also has or had: before they married, in another country, on papers. Plain with keys for equality, like the names of the person.
create table people.other_name (
  id              uuid primary key,
  person_id       uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  given_name      text not null,
  family_name     text not null,
  given_key       text not null,
  family_key      text not null,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  unique (person_id, family_key, given_key),
  foreign key (organisation_id, side, person_id) references people.person (organisation_id, side, id)
);
create index other_name_by_name on people.other_name (organisation_id, side, family_key, given_key);
call access.guard('people.other_name');
create policy own_side on people.other_name
  using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side())
  with check (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side());
-- A name that was written down by mistake is taken away by a worker.
call access.erasable('people.other_name', false);
create policy hearer_reads on people.other_name for select using (
  (select access.actor_kind() = 'JOB' and access.job() = 'hear-names') and organisation_id = access.organisation() and side = access.side());
grant select, insert, delete on people.other_name to ${app};

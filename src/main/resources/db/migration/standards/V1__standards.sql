create schema standards;
grant usage on schema standards to ${app};

-- Who keeps standards: administrators of an organisation, and its operator's command. Nobody in these two tables is a person.
create function standards.may_keep() returns boolean stable language sql
  return access.actor_kind() = 'WORKER' and access.has_role('ADMINISTRATOR') or access.actor_kind() = 'JOB' and access.job() = 'import-standard';

-- Whose a key is: of the organisation that first showed a standard under it to everybody.
create table standards.taken_key (
  key             text primary key check (char_length(key) <= 60),
  organisation_id uuid not null default access.organisation(),
  taken_at        timestamptz not null
);
call access.guard('standards.taken_key');
create policy anyone_reads on standards.taken_key for select using (access.actor_kind() is not null);
create policy whoever_shows_first on standards.taken_key for insert with check ((select standards.may_keep()) and organisation_id = access.organisation());
grant select, insert on standards.taken_key to ${app};

-- One version of a standard that somebody loaded. Its words never change: nothing grants it.
create table standards.version (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  key             text not null check (char_length(key) <= 60),
  version         text not null check (char_length(version) <= 20),
  content         text not null,
  state           text not null check (state in ('DRAFT', 'SHOWN', 'AWAY')),
  licence         text not null default '',
  loaded_by       uuid,
  loaded_at       timestamptz not null,
  shown_by        uuid,
  shown_at        timestamptz,
  away_at         timestamptz,
  unique (organisation_id, key, version),
  check (state = 'DRAFT' or licence <> '' and shown_at is not null)
);
call access.guard('standards.version');
-- Safety: until it is shown, the words of a standard are read by those who keep and review it alone.
create policy keepers_read on standards.version for select using ((select standards.may_keep() or access.actor_kind() = 'WORKER' and access.has_role('REVIEWER')) and organisation_id = access.organisation());
create policy anyone_reads on standards.version for select using (access.actor_kind() is not null and state <> 'DRAFT');
create policy keepers_load on standards.version for insert with check ((select standards.may_keep()) and organisation_id = access.organisation() and state = 'DRAFT');
create policy keepers_drop on standards.version for delete using ((select standards.may_keep()) and organisation_id = access.organisation() and state = 'DRAFT');
create policy keepers_show on standards.version for update using ((select standards.may_keep()) and organisation_id = access.organisation())
  with check ((select standards.may_keep()) and organisation_id = access.organisation() and (state = 'AWAY'
    -- Safety: nobody shows words under a key that stands for somebody else's.
    or state = 'SHOWN' and exists (select from standards.taken_key t where t.key = version.key and t.organisation_id = access.organisation())));
grant select, insert, delete, update (state, licence, shown_by, shown_at, away_at) on standards.version to ${app};

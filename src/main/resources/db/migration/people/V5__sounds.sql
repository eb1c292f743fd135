-- What a person's names sound like, worked out by the application (people.Sounds): one row for each pair of a family sound and a given sound, so that equality alone
-- finds them, which is all that row security lets an index answer. Safety: names without a sound are one row of nulls, which equals nothing, itself included.
create table people.name_sound (
  person_id       uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  family_sound    text check (family_sound <> ''),
  given_sound     text check (given_sound <> ''),
  check ((family_sound is null) = (given_sound is null)),
  unique nulls not distinct (person_id, family_sound, given_sound),
  foreign key (organisation_id, side, person_id) references people.person (organisation_id, side, id)
);
create index name_sound_by_sound on people.name_sound (organisation_id, side, family_sound, given_sound, person_id);
call access.guard('people.name_sound');
create policy own_side on people.name_sound
  using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side())
  with check (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side());
-- The sounds of a name somebody no longer has go when the new ones come, so a worker may remove these rows.
call access.erasable('people.name_sound', false);
grant select, insert, delete on people.name_sound to ${app};

-- Whoever was written down before there were sounds is read by one job, on one side at a time, which adds the sounds and changes nothing else.
create policy hearer_reads on people.person for select using (
  (select access.actor_kind() = 'JOB' and access.job() = 'hear-names') and organisation_id = access.organisation() and side = access.side());
create policy hearer_reads on people.name_sound for select using (
  (select access.actor_kind() = 'JOB' and access.job() = 'hear-names') and organisation_id = access.organisation() and side = access.side());
create policy hearer_adds on people.name_sound for insert with check (
  (select access.actor_kind() = 'JOB' and access.job() = 'hear-names') and organisation_id = access.organisation() and side = access.side());

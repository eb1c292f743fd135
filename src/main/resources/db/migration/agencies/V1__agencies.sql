create schema agencies;
grant usage on schema agencies to ${app};

-- The agencies around us whose people are trained and ask; one that is no longer there is put away, not erased.
create table agencies.agency (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  name            text not null check (char_length(name) between 1 and 120),
  sector          text not null,
  made_by         uuid not null,
  made_at         timestamptz not null,
  put_away_at     timestamptz
);
create index agency_by_name on agencies.agency (organisation_id, name) where put_away_at is null;
call access.guard('agencies.agency');
create policy those_who_train_read on agencies.agency for select using ((select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER', 'COMMISSIONER')) and organisation_id = access.organisation());
create policy those_who_train_add on agencies.agency for insert with check ((select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation());
create policy those_who_train_change on agencies.agency for update using ((select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation());
-- Whoever registers says where they work, so the names of agencies are open to all.
create policy anyone_chooses on agencies.agency for select using ((select access.actor_kind() in ('PUBLIC', 'HOLDER')) and put_away_at is null);
create policy jobs_read on agencies.agency for select using ((select access.actor_kind() = 'JOB') and organisation_id = access.organisation());
grant select, insert, update (name, sector, put_away_at) on agencies.agency to ${app};

-- A team of an agency, and how many people work in it: what a share of trained people is a share of.
create table agencies.team (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  agency_id       uuid not null references agencies.agency,
  name            text not null check (char_length(name) between 1 and 120),
  staff           int not null check (staff between 1 and 100000),
  made_by         uuid not null,
  made_at         timestamptz not null,
  put_away_at     timestamptz
);
create index team_by_agency on agencies.team (agency_id);
call access.guard('agencies.team');
create policy with_its_agency on agencies.team for select using (exists (select from agencies.agency a where a.id = agency_id and a.organisation_id = team.organisation_id)
  and ((select access.actor_kind() not in ('PUBLIC', 'HOLDER')) or put_away_at is null));
create policy those_who_train_add on agencies.team for insert with check ((select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation()
  and exists (select from agencies.agency a where a.id = agency_id and a.organisation_id = team.organisation_id));
create policy those_who_train_change on agencies.team for update using ((select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation());
grant select, insert, update (name, staff, put_away_at) on agencies.team to ${app};

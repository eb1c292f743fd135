create schema toolkit;
grant usage on schema toolkit to ${app};

-- Where a team of an agency counts how often it asked. Whoever holds the link counts; the link itself is not kept, only its fingerprint.
create table toolkit.tally (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  agency_id       uuid not null,
  team_id         uuid not null,
  code_key        text not null,
  opened_by       uuid not null,
  opened_at       timestamptz not null,
  closed_at       timestamptz,
  unique (organisation_id, code_key)
);
create index tally_by_code on toolkit.tally (code_key);
create unique index tally_of_team on toolkit.tally (team_id) where closed_at is null;
create index tally_of_organisation on toolkit.tally (organisation_id) where closed_at is null;
call access.guard('toolkit.tally');
create policy those_who_train_read on toolkit.tally for select using ((select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation());
create policy those_who_train_open on toolkit.tally for insert with check ((select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation());
create policy those_who_train_change on toolkit.tally for update using ((select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation());
create policy holder_reads on toolkit.tally for select using ((select access.actor_kind() = 'HOLDER') and code_key = access.holder() and closed_at is null);
grant select, insert, update (code_key, closed_at) on toolkit.tally to ${app};

-- How often, by day. Safety: no person, no worker and no time of day stands here, so that a conversation cannot be found in it.
create table toolkit.tally_day (
  tally_id        uuid not null references toolkit.tally,
  organisation_id uuid not null,
  day             date not null,
  kind            text not null check (kind in ('ASKED', 'NOT_SAFE', 'DISCLOSED', 'SIGNPOSTED')),
  number          int not null check (number >= 0),
  primary key (tally_id, day, kind)
);
call access.guard('toolkit.tally_day');
create policy those_who_train_read on toolkit.tally_day for select using ((select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation());
create policy holder_counts on toolkit.tally_day using ((select access.actor_kind() = 'HOLDER') and exists (select from toolkit.tally t where t.id = tally_id and t.organisation_id = tally_day.organisation_id));
grant select, insert, update (number) on toolkit.tally_day to ${app};

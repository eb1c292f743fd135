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
  with check ((select standards.may_keep()) and organisation_id = access.organisation() and state <> 'DRAFT');
grant select, insert, delete, update (state, licence, shown_by, shown_at, away_at) on standards.version to ${app};

-- Somebody asked for a copy. The address is here only until its mail was asked for; then the room of messages holds it, once, and for those who want no news not for long.
create table standards.copy (
  id                uuid primary key,
  organisation_id   uuid not null,
  key               text not null,
  edition           text not null,
  state             text not null check (state in ('ASKED', 'CONFIRMED')),
  email             bytea,
  email_fingerprint text not null,
  holder            text not null unique,
  token             bytea not null,
  address_id        uuid,
  sector            text,
  wants_news        boolean not null,
  welsh             boolean not null,
  told_version      text not null default '',
  asked_at          timestamptz not null,
  confirmed_at      timestamptz
);
create unique index copy_once on standards.copy (organisation_id, key, email_fingerprint) where state = 'CONFIRMED';
create index copy_by_address on standards.copy (organisation_id, email_fingerprint);
call access.guard('standards.copy');
-- Safety: anyone may ask, and nobody who asks learns who else did: public rows come in unconfirmed and are not read back.
create policy anyone_asks on standards.copy for insert with check ((select access.actor_kind() in ('PUBLIC', 'HOLDER')) and state = 'ASKED' and address_id is null and confirmed_at is null
  and not exists (select from standards.taken_key k where k.key = copy.key and k.organisation_id <> copy.organisation_id));
create policy holder_reads on standards.copy for select using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy keepers_count on standards.copy for select using ((select access.actor_kind() = 'WORKER' and access.has_role('ADMINISTRATOR', 'REVIEWER')) and organisation_id = access.organisation());
create policy the_house on standards.copy for all using ((select access.actor_kind() = 'JOB' and access.job() = 'standards') and organisation_id = access.organisation());
grant select, insert, delete, update (state, email, address_id, wants_news, told_version, confirmed_at) on standards.copy to ${app};

-- Words of somebody who was hurt, for the place beside one statement: with what they agreed to, and who else looked at them. On one side of the wall, like the worker they were said to.
create table standards.voice (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text default access.side() check (side in ('SUPPORT', 'CHANGE')),
  key             text not null,
  statement       text not null,
  words           bytea not null,
  who             bytea not null,
  welsh           boolean not null,
  agreed_how      text not null check (agreed_how in ('SIGNED', 'WRITTEN', 'SPOKEN')),
  agreed_words    bytea not null,
  agreed_on       date not null,
  agreed_until    date not null,
  -- The fingerprint of the number by which whoever said them takes them back.
  holder          text not null unique,
  state           text not null check (state in ('WAITING', 'NOT_YET', 'SHOWN')),
  taken_down_by   uuid not null,
  taken_down_at   timestamptz not null,
  looked_at_by    uuid,
  looked_at       timestamptz,
  looked_words    bytea,
  check (agreed_until > agreed_on),
  -- Safety: two people, always.
  check (state = 'WAITING' or looked_at_by is not null and looked_at_by <> taken_down_by)
);
create index voice_by_organisation on standards.voice (organisation_id, side, taken_down_at desc);
call access.guard('standards.voice');
create policy its_side_reads on standards.voice for select using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side is not distinct from access.side());
create policy its_side_takes_down on standards.voice for insert with check ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side is not distinct from access.side()
  and state = 'WAITING' and taken_down_by = access.worker());
create policy its_side_looks on standards.voice for update using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side is not distinct from access.side());
create policy its_side_takes_back on standards.voice for delete using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side is not distinct from access.side());
-- Safety: whoever said the words takes them back by themself, with a number and no account.
create policy holder_finds on standards.voice for select using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy holder_takes_back on standards.voice for delete using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy the_house on standards.voice for all using ((select access.actor_kind() = 'JOB' and access.job() = 'standards') and organisation_id = access.organisation());
grant select, insert, delete, update (state, looked_at_by, looked_at, looked_words) on standards.voice to ${app};

-- What of it everybody reads, and only while they may: it goes with its row above.
create table standards.spoken (
  voice_id        uuid primary key references standards.voice on delete cascade,
  organisation_id uuid not null default access.organisation(),
  key             text not null,
  statement       text not null,
  words           bytea not null,
  who             bytea not null,
  welsh           boolean not null,
  until           date not null
);
call access.guard('standards.spoken');
create policy anyone_reads on standards.spoken for select using (access.actor_kind() is not null);
create policy once_two_agreed on standards.spoken for insert with check ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation()
  and exists (select from standards.voice v where v.id = voice_id and v.organisation_id = spoken.organisation_id and v.state = 'SHOWN'));
grant select, insert on standards.spoken to ${app};

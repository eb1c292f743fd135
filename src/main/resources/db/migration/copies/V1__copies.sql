create schema copies;
grant usage on schema copies to ${app};

-- Somebody asked for a copy. The address is here only until its mail was asked for; then the room of messages holds it, once, and for those who want no news not for long.
create table copies.copy (
  id                uuid primary key,
  organisation_id   uuid not null,
  key               text not null,
  edition           text not null,
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
create unique index copy_once on copies.copy (organisation_id, key, email_fingerprint) where confirmed_at is not null;
call access.guard('copies.copy');
-- Safety: anyone may ask, and nobody who asks learns who else did: public rows come in unconfirmed and are not read back.
create policy anyone_asks on copies.copy for insert with check ((select access.actor_kind() = 'PUBLIC') and address_id is null and confirmed_at is null);
create policy holder_reads on copies.copy for select using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy the_house on copies.copy for all using ((select access.actor_kind() = 'JOB' and access.job() = 'copies') and organisation_id = access.organisation());
grant select, insert, delete, update (email, address_id, told_version, confirmed_at) on copies.copy to ${app};

create schema residents;
grant usage on schema residents to ${app};

-- An account: an address that somebody owns, and the password they chose. No name, no profile, nothing that anybody else reads.
create table residents.account (
  id                uuid primary key,
  organisation_id   uuid not null,
  -- By which whoever signed in is known here and in every room they write in.
  holder            text not null unique,
  email             bytea not null,
  email_fingerprint text not null,
  -- The address in the room of messages, and the secret by which it was confirmed there: by it the address is forgotten again.
  address_id        uuid not null,
  address_token     bytea not null,
  password_hash     text not null,
  wants_news        boolean not null default false,
  welsh             boolean not null,
  demo              boolean not null default false,
  made_on           date not null,
  used_on           date not null,
  told_on           date,
  news_at           timestamptz,
  unique (organisation_id, email_fingerprint)
);
call access.guard('residents.account');
create policy oneself on residents.account for select using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy oneself_wishes on residents.account for update using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy the_house on residents.account for all using ((select access.actor_kind() = 'JOB' and access.job() = 'residents') and organisation_id = access.organisation());
grant select, insert, delete, update (email, email_fingerprint, address_id, address_token, password_hash, wants_news, used_on, told_on, news_at) on residents.account to ${app};

-- Somebody typed an address: for a new account, for a new password, or for another address of their account. One row of one shape each time; a job finds out later which mail it gets.
create table residents.asking (
  id                uuid primary key,
  organisation_id   uuid not null,
  kind              text not null check (kind in ('ACCOUNT', 'PASSWORD', 'ADDRESS')),
  account_id        uuid,
  email             bytea not null,
  email_fingerprint text not null,
  holder            text not null unique,
  token             bytea not null,
  address_id        uuid,
  welsh             boolean not null,
  asked_at          timestamptz not null,
  mailed_at         timestamptz,
  over              boolean not null default false,
  check ((kind = 'ADDRESS') = (account_id is not null))
);
create index asking_of_address on residents.asking (organisation_id, email_fingerprint, asked_at);
create index asking_of_account on residents.asking (account_id) where account_id is not null;
call access.guard('residents.asking');
-- Safety: anyone may ask, and nobody who asks learns who else did: public rows come in without a mail and are not read back.
create policy anyone_asks on residents.asking for insert with check ((select access.actor_kind() = 'PUBLIC') and kind <> 'ADDRESS' and address_id is null and mailed_at is null and not over);
create policy oneself_asks on residents.asking for insert with check (
  (select access.actor_kind() = 'HOLDER') and kind = 'ADDRESS' and address_id is null and mailed_at is null and not over
  and exists (select from residents.account a where a.id = account_id and a.organisation_id = asking.organisation_id));
create policy holder_reads on residents.asking for select using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy the_house on residents.asking for all using ((select access.actor_kind() = 'JOB' and access.job() = 'residents') and organisation_id = access.organisation());
grant select, insert, delete, update (address_id, mailed_at, over) on residents.asking to ${app};

-- Somebody is signed in: the browser holds the secret, the house its fingerprint. No backup holds it, so no key leads from it to the account.
create table residents.session (
  holder          text primary key,
  organisation_id uuid not null,
  account_id      uuid not null,
  account_holder  text not null,
  started_at      timestamptz not null,
  used_at         timestamptz not null
);
create index session_of_account on residents.session (account_id);
create index session_by_age on residents.session (organisation_id, started_at);
call access.guard('residents.session');
create policy whoever_holds_it on residents.session for select using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy whoever_holds_it_stays on residents.session for update using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy whoever_holds_it_leaves on residents.session for delete using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy the_house on residents.session for all using ((select access.actor_kind() = 'JOB' and access.job() = 'residents') and organisation_id = access.organisation());
grant select, insert, delete, update (used_at) on residents.session to ${app};

-- A try to sign in: kept a quarter of an hour, alike for an address that has an account and one that has none.
create table residents.try (
  id                uuid primary key,
  organisation_id   uuid not null,
  email_fingerprint text not null,
  network           text not null,
  tried_at          timestamptz not null
);
create index try_of_address on residents.try (organisation_id, email_fingerprint, tried_at);
create index try_by_age on residents.try (organisation_id, tried_at);
call access.guard('residents.try');
create policy the_house on residents.try for all using ((select access.actor_kind() = 'JOB' and access.job() = 'residents') and organisation_id = access.organisation());
grant select, insert, delete on residents.try to ${app};

-- An address that has had its last mail: forgotten a day after, so that the mail can leave.
create table residents.farewell (
  id              uuid primary key,
  organisation_id uuid not null,
  address_token   bytea not null,
  said_at         timestamptz not null
);
call access.guard('residents.farewell');
create policy the_house on residents.farewell for all using ((select access.actor_kind() = 'JOB' and access.job() = 'residents') and organisation_id = access.organisation());
grant select, insert, delete on residents.farewell to ${app};

create schema messages;
grant usage on schema messages to ${app};

-- An e-mail address somebody gave as their own: it gets one neutral question, "is this you?", and nothing else until it is confirmed.
create table messages.own_address (
  id                uuid primary key,
  organisation_id   uuid not null,
  email             bytea not null,
  token_fingerprint text not null unique,
  asked_at          timestamptz not null,
  expires_at        timestamptz not null,
  confirmed_at      timestamptz
);
call access.guard('messages.own_address');
create policy anyone_asks on messages.own_address for insert with check (
  access.actor_kind() in ('PUBLIC', 'HOLDER') or access.actor_kind() = 'WORKER' and organisation_id = access.organisation());
-- Safety: only whoever holds the link from the mail finds its row.
create policy holder on messages.own_address for select using (access.actor_kind() = 'HOLDER' and token_fingerprint = access.holder());
create policy holder_confirms on messages.own_address for update using (access.actor_kind() = 'HOLDER' and token_fingerprint = access.holder());
create policy sender on messages.own_address for select using (access.actor_kind() = 'JOB' and access.job() = 'send-message' and organisation_id = access.organisation());
grant select, insert, update on messages.own_address to ${app};

-- What waits to be sent. One recipient each; the words are sealed, and gone once the message has left or was given up.
create table messages.outbox (
  id              uuid primary key,
  organisation_id uuid not null,
  side            text check (side in ('SUPPORT', 'CHANGE')),
  kind            text not null check (kind in ('PERSON', 'OWN_ADDRESS', 'CONFIRMATION', 'NOTICE')),
  person_id       uuid,
  own_address_id  uuid,
  worker_id       uuid,
  subject         text not null,
  body            bytea,
  state           text not null check (state in ('WAITING', 'SENT', 'NOT_SAFE', 'GIVEN_UP', 'NOT_CONFIRMED', 'PRACTICE')),
  attempts        int not null,
  asked_at        timestamptz not null,
  finished_at     timestamptz,
  seen_by         uuid,
  check (num_nonnulls(person_id, own_address_id, worker_id) = 1)
);
create index outbox_by_state on messages.outbox (organisation_id, state, asked_at desc);
create index outbox_by_own_address on messages.outbox (own_address_id) where state = 'WAITING';
call access.guard('messages.outbox');
create policy workers_ask on messages.outbox for insert with check (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and (side is null or side = access.side()));
create policy public_asks on messages.outbox for insert with check (access.actor_kind() in ('PUBLIC', 'HOLDER') and kind in ('OWN_ADDRESS', 'CONFIRMATION', 'NOTICE'));
create policy jobs_ask on messages.outbox for insert with check (access.actor_kind() = 'JOB' and organisation_id = access.organisation() and kind = 'NOTICE');
create policy sender on messages.outbox using (access.actor_kind() = 'JOB' and access.job() = 'send-message' and organisation_id = access.organisation());
create policy duty_reads on messages.outbox for select using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and (side is null or side = access.side()) and access.has_role('DUTY', 'MANAGER', 'SAFEGUARDING_LEAD'));
create policy duty_marks on messages.outbox for update using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and (side is null or side = access.side()) and access.has_role('DUTY', 'MANAGER', 'SAFEGUARDING_LEAD'));
grant select, insert, update on messages.outbox to ${app};

create schema voices;
grant usage on schema voices to ${app};

-- Words of somebody who was hurt, for the place beside one statement: with what they agreed to, and who else looked at them. On one side of the wall, like the worker they were said to.
create table voices.voice (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
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
create index voice_by_organisation on voices.voice (organisation_id, side, taken_down_at desc);
call access.guard('voices.voice');
create policy its_side_reads on voices.voice for select using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side());
create policy its_side_takes_down on voices.voice for insert with check ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side()
  and state = 'WAITING' and taken_down_by = access.worker());
create policy its_side_looks on voices.voice for update using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side() and state = 'WAITING')
  with check (organisation_id = access.organisation() and side = access.side() and state <> 'WAITING' and looked_at_by = access.worker());
create policy its_side_takes_back on voices.voice for delete using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side());
-- Safety: whoever said the words takes them back by themself, with a number and no account.
create policy holder_finds on voices.voice for select using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy holder_takes_back on voices.voice for delete using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy the_house on voices.voice for all using ((select access.actor_kind() = 'JOB' and access.job() = 'voices') and organisation_id = access.organisation());
grant select, insert, delete, update (state, looked_at_by, looked_at, looked_words) on voices.voice to ${app};

-- What of it everybody reads, and only while they may: it goes with its row above.
create table voices.spoken (
  voice_id        uuid primary key references voices.voice on delete cascade,
  organisation_id uuid not null default access.organisation(),
  key             text not null,
  statement       text not null,
  words           bytea not null,
  who             bytea not null,
  welsh           boolean not null,
  until           date not null
);
call access.guard('voices.spoken');
create policy anyone_reads on voices.spoken for select using (access.actor_kind() is not null);
create policy once_two_agreed on voices.spoken for insert with check ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation()
  and exists (select from voices.voice v where v.id = voice_id and v.organisation_id = spoken.organisation_id and v.state = 'SHOWN'
    and v.key = spoken.key and v.statement = spoken.statement and v.agreed_until = spoken.until));
grant select, insert on voices.spoken to ${app};

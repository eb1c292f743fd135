create schema instruments;
grant usage on schema instruments to ${app};

-- Each version of each set of questions that was ever answered, whole, named by the hash of its text. Added once, never changed: there is no update grant.
create table instruments.instrument_version (
  hash          text primary key check (hash ~ '^[0-9a-f]{64}$'),
  key           text not null,
  label         text not null,
  definition    text not null,
  first_used_at timestamptz not null
);
call access.guard('instruments.instrument_version');
create policy anyone_reads on instruments.instrument_version for select using (access.actor_kind() is not null);
create policy workers_keep on instruments.instrument_version for insert with check (access.actor_kind() = 'WORKER');
grant select, insert on instruments.instrument_version to ${app};

-- One filling-in. A draft changes; a finished one does not, it is superseded.
create table instruments.response (
  id              uuid primary key,
  organisation_id uuid not null,
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  instrument_hash text not null references instruments.instrument_version,
  subject_id      uuid not null,
  status          text not null check (status in ('DRAFT', 'DONE', 'AMENDED')),
  supersedes      uuid references instruments.response,
  revision        int not null default 0,
  begun_at        timestamptz not null,
  begun_by        uuid not null,
  saved_at        timestamptz not null,
  saved_by        uuid not null,
  done_at         timestamptz
);
create index response_by_subject on instruments.response (organisation_id, subject_id);
call access.guard('instruments.response');
create policy own_side on instruments.response
  using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side())
  with check (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side());
grant select, insert, update on instruments.response to ${app};

create function instruments.keep_finished() returns trigger language plpgsql as $$
begin
  if old.status = 'DRAFT' and (new.instrument_hash, new.subject_id, new.organisation_id, new.side) is not distinct from (old.instrument_hash, old.subject_id, old.organisation_id, old.side) then
    return new;
  end if;
  if old.status = 'DONE' and new.status = 'AMENDED' and to_jsonb(new) - 'status' = to_jsonb(old) - 'status' then
    return new;
  end if;
  raise exception 'finished answers do not change';
end $$;
create trigger keep_finished before update on instruments.response for each row execute function instruments.keep_finished();

create table instruments.answer (
  response_id uuid not null references instruments.response,
  item        text not null,
  chosen      text[] not null,
  typed       bytea,
  missing     text not null check (missing in ('NOT_ASKED', 'DECLINED', 'DONT_KNOW', 'NOT_SAFE_TO_ASK', 'NOT_APPLICABLE')),
  note        bytea,
  primary key (response_id, item)
);
call access.guard('instruments.answer');
-- Whoever sees the response sees its answers, and only a draft takes new ones.
create policy with_response on instruments.answer for select using (exists (select from instruments.response r where r.id = response_id));
create policy to_a_draft on instruments.answer for insert with check (exists (select from instruments.response r where r.id = response_id and r.status = 'DRAFT'));
create policy in_a_draft on instruments.answer for update
  using (exists (select from instruments.response r where r.id = response_id and r.status = 'DRAFT'))
  with check (exists (select from instruments.response r where r.id = response_id and r.status = 'DRAFT'));
grant select, insert, update on instruments.answer to ${app};

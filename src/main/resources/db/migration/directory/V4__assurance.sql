-- Who at a service can say whether its entry is right. They are asked by mail before it grows old, and answer on a page, with no account.
create table directory.assurer (
  service_id        uuid primary key references directory.service (id),
  organisation_id   uuid not null,
  email             bytea not null,
  named_by          uuid not null,
  token_fingerprint text unique,
  asked_at          timestamptz,
  answered_at       timestamptz,
  -- Asked how often since an answer.
  unanswered        integer not null default 0
);
create index assurer_by_keeper on directory.assurer (organisation_id, asked_at);
call access.guard('directory.assurer');
-- Safety: a token leads to one service alone, and whoever holds it may say that it is right and nothing else.
create function directory.assures(service uuid) returns boolean stable language sql
  return access.actor_kind() = 'HOLDER' and exists (select from directory.assurer a where a.service_id = service and a.token_fingerprint = access.holder());
create policy keeper on directory.assurer using (access.actor_kind() = 'WORKER' and directory.may_keep(organisation_id)) with check (access.actor_kind() = 'WORKER' and directory.may_keep(organisation_id) and named_by = access.worker());
create policy job_asks on directory.assurer for select using (access.actor_kind() = 'JOB' and access.job() = 'directory-assurance' and organisation_id = access.organisation());
create policy job_asked on directory.assurer for update using (access.actor_kind() = 'JOB' and access.job() = 'directory-assurance' and organisation_id = access.organisation());
create policy holder on directory.assurer for select using (access.actor_kind() = 'HOLDER' and token_fingerprint = access.holder());
create policy holder_answers on directory.assurer for update using (access.actor_kind() = 'HOLDER' and token_fingerprint = access.holder());
create policy holder_leaves on directory.assurer for delete using (access.actor_kind() = 'HOLDER' and token_fingerprint = access.holder());
grant select, insert, update, delete on directory.assurer to ${app};

create policy assurer_confirms on directory.service for update using (directory.assures(id)) with check (directory.assures(id));
create policy assurer_notes on directory.change for insert with check (directory.assures(service_id));
create policy assurer_notes_again on directory.change for update using (directory.assures(service_id)) with check (directory.assures(service_id));
create policy assurer_reads on directory.edition for select using (directory.assures(service_id));
create policy assurer_adds on directory.edition for insert with check (directory.assures(service_id) and how = 'CONFIRMED' and made_by is null);
create function directory.assurer_only_assures() returns trigger language plpgsql as $$
begin
  if access.actor_kind() = 'HOLDER' and to_jsonb(new) - array['assured_on', 'assured_by', 'own_fields', 'version', 'changed_at'] <> to_jsonb(old) - array['assured_on', 'assured_by', 'own_fields', 'version', 'changed_at'] then
    raise exception 'whoever is asked whether it is right changes nothing else' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger assurer_only_assures before update on directory.service for each row execute function directory.assurer_only_assures();

-- When the editors of an organisation were told last that entries grew old.
create table directory.reminder (
  organisation_id uuid primary key,
  sent_at         timestamptz not null
);
call access.guard('directory.reminder');
create policy job_reminds on directory.reminder using (access.actor_kind() = 'JOB' and access.job() = 'directory-assurance' and organisation_id = access.organisation()) with check (
  access.actor_kind() = 'JOB' and access.job() = 'directory-assurance' and organisation_id = access.organisation());
grant select, insert, update on directory.reminder to ${app};

-- What anybody says is wrong. Words may name somebody: sealed, and gone ninety days after they were said.
create table directory.suggestion (
  id              uuid primary key,
  organisation_id uuid not null,
  -- Of an entry, or of a line that comes with the software and is no row: those are for all directory editors.
  service_id      uuid not null,
  about           text not null check (about in ('NUMBER', 'HOURS', 'WHO', 'ENDED', 'OTHER')),
  words           bytea,
  said_at         timestamptz not null,
  dealt_by        uuid,
  dealt_at        timestamptz,
  used            boolean
);
create index suggestion_by_service on directory.suggestion (service_id);
create index suggestion_by_keeper on directory.suggestion (organisation_id, said_at) where dealt_at is null;
call access.guard('directory.suggestion');
create policy anyone_says on directory.suggestion for insert with check (access.actor_kind() in ('PUBLIC', 'HOLDER') and dealt_at is null and dealt_by is null and used is null
  and organisation_id = coalesce((select s.organisation_id from directory.service s where s.id = service_id and s.published), '00000000-0000-4000-8000-0000000000d1'));
create policy keeper_reads on directory.suggestion for select using (access.actor_kind() = 'WORKER' and directory.may_keep(organisation_id));
create policy editor_deals on directory.suggestion for update using (directory.may_edit(organisation_id)) with check (directory.may_edit(organisation_id) and dealt_by = access.worker());
create policy job_reads on directory.suggestion for select using (access.actor_kind() = 'JOB' and access.job() = 'directory-assurance' and organisation_id = access.organisation());
create policy job_forgets on directory.suggestion for delete using (access.actor_kind() = 'JOB' and access.job() = 'directory-assurance' and organisation_id = access.organisation());
grant select, insert, update, delete on directory.suggestion to ${app};

-- Whether the pages that entries lead to are there.
create table directory.link (
  service_id      uuid not null references directory.service (id),
  organisation_id uuid not null,
  address         text not null,
  checked_at      timestamptz not null,
  failures        integer not null default 0,
  answer          text not null,
  primary key (service_id, address)
);
call access.guard('directory.link');
create policy keeper_reads on directory.link for select using (access.actor_kind() = 'WORKER' and directory.may_keep(organisation_id));
create policy job_looks on directory.link using (access.actor_kind() = 'JOB' and access.job() = 'directory-assurance' and organisation_id = access.organisation()) with check (
  access.actor_kind() = 'JOB' and access.job() = 'directory-assurance' and organisation_id = access.organisation());
grant select, insert, update, delete on directory.link to ${app};

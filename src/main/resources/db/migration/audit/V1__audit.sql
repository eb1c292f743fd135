create schema audit;
grant usage on schema audit to ${app};

-- Who looked at or changed what. Ids only: no name, no word of a record. The application may add and read, never change or remove.
create table audit.entry (
  sequence        bigint generated always as identity primary key,
  at              timestamptz not null,
  actor           text not null,
  organisation_id uuid,
  worker_id       uuid,
  job             text,
  act             text not null check (act in ('LOOKED', 'LISTED', 'CHANGED', 'REFUSED')),
  kind            text not null,
  subject_id      uuid,
  subject_ids     uuid[],
  detail          text not null
);
create index entry_by_organisation on audit.entry (organisation_id, sequence desc);
create index entry_by_subject on audit.entry (organisation_id, subject_id, sequence desc);
create index entry_by_worker on audit.entry (organisation_id, worker_id, sequence desc);
call access.guard('audit.entry');

-- Safety: everyone writes as themselves only; nobody can put words into a colleague's mouth.
create policy as_oneself on audit.entry for insert with check (
  actor = access.actor_kind()
  and organisation_id is not distinct from access.organisation()
  and worker_id is not distinct from access.worker());
-- Safety: only privacy and safeguarding leads read the trail, and only their own organisation's.
create policy leads_read on audit.entry for select using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and access.has_role('PRIVACY_LEAD', 'SAFEGUARDING_LEAD'));
grant select, insert on audit.entry to ${app};

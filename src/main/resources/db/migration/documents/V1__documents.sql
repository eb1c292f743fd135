create schema documents;
grant usage on schema documents to ${app};

-- A file of a case, as it came. It never changes; one that was added by mistake loses its content and keeps its line.
create table documents.document (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  case_id         uuid not null,
  kind            text not null check (kind in ('IDENTITY', 'COURT', 'EVIDENCE', 'HEALTH', 'HOUSING', 'LETTER', 'CONSENT', 'OTHER')),
  title           bytea not null,
  source          text not null check (source in ('THEMSELVES', 'OTHERS', 'AGENCY', 'OURS')),
  dated_on        date,
  type            text not null check (type ~ '^[A-Z0-9]{3,10}$'),
  size            int not null check (size between 1 and 10485760),
  sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content         bytea,
  added_by        uuid not null,
  added_at        timestamptz not null,
  removed_by      uuid,
  removed_at      timestamptz,
  removed_why     bytea,
  check ((removed_at is null) = (content is not null) and (removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_why is null))
);
-- Sealed bytes do not get smaller.
alter table documents.document alter column content set storage external;
create index document_of_case on documents.document (case_id, added_at desc);
create unique index document_once on documents.document (case_id, sha256) where removed_at is null;
call access.guard('documents.document');
call access.workers_of_the_side('documents.document', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
call access.erasable('documents.document');
grant select, insert, update (content, removed_by, removed_at, removed_why), delete on documents.document to ${app};

-- Safety: what came in stays as it came; the one change there is takes it away.
create function documents.keep_as_it_came() returns trigger language plpgsql as $$
begin
  if old.removed_at is null and new.removed_at is not null then
    return new;
  end if;
  raise exception 'a document does not change';
end $$;
create trigger keep_as_it_came before update on documents.document for each row execute function documents.keep_as_it_came();

-- A copy that was made for somebody outside. What left is made from the original each time, so that only one of them is kept.
create table documents.copy (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  document_id     uuid not null references documents.document (id),
  to_name         bytea not null,
  made_by         uuid not null,
  made_at         timestamptz not null
);
create index copy_of_document on documents.copy (document_id, made_at desc);
call access.guard('documents.copy');
call access.workers_of_the_side('documents.copy', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
call access.erasable('documents.copy');
grant select, insert, delete on documents.copy to ${app};

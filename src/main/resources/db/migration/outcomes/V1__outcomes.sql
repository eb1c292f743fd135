create schema outcomes;
grant usage on schema outcomes to ${app};

-- How things are at one moment, as one of the two sees it. Client and worker each have their own; neither corrects the other.
create table outcomes.snapshot (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  case_id         uuid not null,
  response_id     uuid not null unique,
  key             text not null,
  stage           text not null check (stage in ('INTAKE', 'REVIEW', 'EXIT')),
  view            text not null check (view in ('WORKER', 'CLIENT')),
  status          text not null check (status in ('DRAFT', 'DONE', 'AMENDED')),
  corrects        uuid references outcomes.snapshot,
  taken_on        date not null,
  begun_by        uuid not null,
  begun_at        timestamptz not null,
  done_by         uuid,
  done_at         timestamptz,
  check ((status = 'DRAFT') = (done_by is null) and (status = 'DRAFT') = (done_at is null))
);
create index snapshot_of_case on outcomes.snapshot (case_id, taken_on, begun_at);
create unique index one_draft_of_a_set on outcomes.snapshot (case_id, key) where status = 'DRAFT';
call access.guard('outcomes.snapshot');
call access.workers_of_the_side('outcomes.snapshot', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
call access.erasable('outcomes.snapshot');
grant select, insert, update (status, done_by, done_at), delete on outcomes.snapshot to ${app};

create function outcomes.keep_finished() returns trigger language plpgsql as $$
begin
  if old.status = 'DRAFT' or old.status = 'DONE' and new.status = 'AMENDED' and to_jsonb(new) - 'status' = to_jsonb(old) - 'status' then
    return new;
  end if;
  raise exception 'a finished snapshot does not change';
end $$;
create trigger keep_finished before update on outcomes.snapshot for each row execute function outcomes.keep_finished();

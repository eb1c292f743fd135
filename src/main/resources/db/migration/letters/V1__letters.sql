create schema letters;
grant usage on schema letters to ${app};

-- A letter to an agency on a client's behalf. A draft changes; a finished one stands as it left.
create table letters.letter (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  case_id         uuid not null,
  template        text not null,
  to_name         bytea not null,
  to_lines        bytea,
  agreed          text[] not null,
  basis           text not null check (basis in ('AGREED', 'RISK_TO_LIFE', 'SAFEGUARDING', 'LEGAL')),
  necessity       bytea,
  told            boolean not null,
  why_not_told    bytea,
  body            bytea not null,
  revision        int not null default 0,
  begun_by        uuid not null,
  begun_at        timestamptz not null,
  finished_by     uuid,
  finished_at     timestamptz,
  check ((finished_at is null) = (finished_by is null))
);
create index letter_of_case on letters.letter (case_id, begun_at desc);
call access.guard('letters.letter');
call access.workers_of_the_side('letters.letter', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
call access.erasable('letters.letter');
grant select, insert, update (body, revision, finished_by, finished_at), delete on letters.letter to ${app};

create function letters.keep_finished() returns trigger language plpgsql as $$
begin
  if old.finished_at is null then
    return new;
  end if;
  raise exception 'a finished letter does not change';
end $$;
create trigger keep_finished before update on letters.letter for each row execute function letters.keep_finished();

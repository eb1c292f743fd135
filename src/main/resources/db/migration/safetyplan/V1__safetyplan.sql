create schema safetyplan;
grant usage on schema safetyplan to ${app};

-- Safety: the wall, as for the case itself: case workers of the organisation on the side that supports people harmed.
create procedure safetyplan.wall(walled regclass) language plpgsql as $$
begin
  call access.guard(walled);
  execute format($policy$
    create policy workers_of_the_side on %s using (
      access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side()
      and access.has_role('SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'PARTNER_SUPPORT'))
  $policy$, walled);
end $$;

-- The plan being written: one row for each part, each with its own revision, so that two people in two parts do not meet.
create table safetyplan.draft_part (
  case_id         uuid not null,
  section         text not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  words           bytea,
  talked          text[] not null,
  declined        text[] not null,
  revision        int not null,
  saved_at        timestamptz not null,
  saved_by        uuid not null,
  primary key (case_id, section)
);
call safetyplan.wall('safetyplan.draft_part');
grant select, insert, update on safetyplan.draft_part to ${app};

-- What the client agreed to, whole. Added, never changed: there is no update grant and no delete grant.
create table safetyplan.agreed (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  case_id         uuid not null,
  number          int not null,
  agreed_at       timestamptz not null,
  written_by      uuid not null,
  kept            text not null check (kept in ('PAPER', 'PHONE', 'TRUSTED', 'ONLY_HERE', 'NOWHERE')),
  kept_words      bytea,
  review_on       date not null,
  unique (case_id, number)
);
create index agreed_of_organisation on safetyplan.agreed (organisation_id, case_id);
call safetyplan.wall('safetyplan.agreed');
grant select, insert on safetyplan.agreed to ${app};

create table safetyplan.agreed_part (
  agreed_id       uuid not null references safetyplan.agreed,
  section         text not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  words           bytea,
  talked          text[] not null,
  declined        text[] not null,
  primary key (agreed_id, section)
);
call safetyplan.wall('safetyplan.agreed_part');
grant select, insert on safetyplan.agreed_part to ${app};

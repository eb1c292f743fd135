create schema incidents;
grant usage on schema incidents to ${app};

-- One time something was done to a client. A crisis and a broken order stand here by themselves, so that nobody writes them twice.
create table incidents.incident (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  case_id         uuid not null,
  person_id       uuid not null,
  by_id           uuid,
  happened_on     date not null,
  about           boolean not null,
  kinds           text[] not null,
  injured         text not null check (injured in ('YES', 'NO', 'NOT_KNOWN')),
  children        text not null check (children in ('YES', 'NO', 'NOT_KNOWN')),
  told            text[] not null,
  words           bytea,
  source          text not null check (source in ('WRITTEN', 'CRISIS', 'BREACH')),
  source_id       uuid,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  withdrawn_why   bytea,
  withdrawn_by    uuid,
  withdrawn_at    timestamptz,
  check ((source = 'WRITTEN') = (source_id is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null))
);
create index incident_of_case on incidents.incident (case_id, happened_on desc, recorded_at desc);
create unique index incident_of_source on incidents.incident (source_id);
call access.guard('incidents.incident');
call access.workers_of_the_side('incidents.incident', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
call access.erasable('incidents.incident');
grant select, insert, update (by_id, told, withdrawn_why, withdrawn_by, withdrawn_at), delete on incidents.incident to ${app};

-- When something counts as a repeat and as an escalation here. Added to, never changed: what was worked out names the version it was worked out by.
create table incidents.repeat_rule (
  organisation_id uuid not null default access.organisation(),
  version         int not null check (version > 0),
  months          int not null check (months between 1 and 60),
  police_reports  int not null check (police_reports between 2 and 20),
  why             text not null,
  decided_by      uuid not null,
  decided_at      timestamptz not null,
  primary key (organisation_id, version)
);
call access.guard('incidents.repeat_rule');
create policy workers_read on incidents.repeat_rule for select using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation());
create policy leads_decide on incidents.repeat_rule for insert with check ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation());
grant select, insert on incidents.repeat_rule to ${app};

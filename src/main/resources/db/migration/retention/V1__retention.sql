create schema retention;
grant usage on schema retention to ${app};

-- Safety: how long what is kept, who is held and who is erased is for leads and managers, and for the job that erases.
create procedure retention.leads(kept regclass, sided boolean) language plpgsql as $$
begin
  call access.guard(kept);
  execute format($policy$
    create policy leads on %s using ((select access.actor_kind() = 'WORKER' and access.has_role('PRIVACY_LEAD', 'SAFEGUARDING_LEAD', 'MANAGER')) and organisation_id = access.organisation() and %s)
  $policy$, kept, case when sided then 'side = access.side()' else 'true' end);
end $$;

-- How long an organisation keeps a kind of record. No row, no erasing: nothing goes by itself before somebody decided.
create table retention.rule (
  organisation_id uuid not null default access.organisation(),
  kind            text not null check (kind in ('CASE', 'REFERRAL', 'CALL', 'MESSAGE')),
  months          int not null check (months between 1 and 600),
  why             text not null,
  from_day        date not null,
  decided_by      uuid not null,
  decided_at      timestamptz not null,
  primary key (organisation_id, kind)
);
call retention.leads('retention.rule', false);
create policy eraser_reads on retention.rule for select using ((select access.actor_kind() = 'JOB' and access.job() = 'erase') and organisation_id = access.organisation());
grant select, insert, update on retention.rule to ${app};

-- A file that must stay, whatever its clock says. In force from the moment it is written; a second person looks at it, and only two let it go.
create table retention.hold (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  person_id       uuid not null,
  reason          text not null check (reason in ('COURT', 'POLICE', 'INQUIRY', 'COMPLAINT', 'THEIR_WISH')),
  words           bytea not null,
  placed_by       uuid not null,
  placed_at       timestamptz not null,
  second_by       uuid check (second_by <> placed_by),
  second_at       timestamptz,
  lift_asked_by   uuid,
  lift_asked_at   timestamptz,
  -- Safety: nobody lets a held file go alone.
  lifted_by       uuid check (lifted_by <> lift_asked_by),
  lifted_at       timestamptz,
  check ((second_by is null) = (second_at is null)),
  check ((lifted_by is null) = (lifted_at is null)),
  check (lifted_by is null or lift_asked_by is not null)
);
create index hold_open on retention.hold (organisation_id, side, placed_at) where lifted_at is null;
create index hold_of_person on retention.hold (person_id);
call retention.leads('retention.hold', true);
call access.erasable('retention.hold');
grant select, insert, update, delete on retention.hold to ${app};

-- One file to be erased before its time: somebody asked, or it should never have been written. Gone itself when it is done.
create table retention.erasure (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  person_id       uuid not null,
  why             text not null check (why in ('THEY_ASKED', 'MISTAKE', 'NOT_NEEDED')),
  words           bytea not null,
  asked_by        uuid not null,
  asked_at        timestamptz not null,
  -- Safety: what cannot be undone is two people's.
  agreed_by       uuid check (agreed_by <> asked_by),
  agreed_at       timestamptz,
  refused_by      uuid,
  refused_at      timestamptz,
  check ((agreed_by is null) = (agreed_at is null)),
  check ((refused_by is null) = (refused_at is null)),
  check (agreed_by is null or refused_by is null)
);
create unique index one_erasure_of_a_person on retention.erasure (person_id) where refused_at is null;
create index erasure_open on retention.erasure (organisation_id, side, asked_at) where refused_at is null;
call retention.leads('retention.erasure', true);
call access.erasable('retention.erasure');
grant select, insert, update, delete on retention.erasure to ${app};

-- How much was erased in a month, of what kind and why.
create table retention.erased (
  organisation_id uuid not null default access.organisation(),
  month           date not null check (extract(day from month) = 1),
  kind            text not null check (kind in ('CASE', 'REFERRAL', 'CALL', 'MESSAGE')),
  why             text not null check (why in ('TIME', 'THEY_ASKED', 'MISTAKE', 'NOT_NEEDED')),
  records         int not null,
  primary key (organisation_id, month, kind, why)
);
call access.guard('retention.erased');
create policy leads_read on retention.erased for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('PRIVACY_LEAD', 'SAFEGUARDING_LEAD', 'MANAGER')) and organisation_id = access.organisation());
create policy eraser_counts on retention.erased using ((select access.actor_kind() = 'JOB' and access.job() = 'erase') and organisation_id = access.organisation());
grant select, insert, update on retention.erased to ${app};

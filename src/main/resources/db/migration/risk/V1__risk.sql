create schema risk;
grant usage on schema risk to ${app};

-- Safety: the wall. An assessment is there for case workers of its organisation on the side that supports people harmed.
create procedure risk.wall(walled regclass) language plpgsql as $$
begin
  call access.guard(walled);
  execute format($policy$
    create policy workers_of_the_side on %s using (
      access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side()
      and access.has_role('SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'PARTNER_SUPPORT'))
  $policy$, walled);
end $$;

create table risk.assessment (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  case_id         uuid not null,
  response_id     uuid not null unique,
  status          text not null check (status in ('DRAFT', 'DONE', 'AMENDED')),
  corrects        uuid references risk.assessment,
  begun_at        timestamptz not null,
  begun_by        uuid not null,
  draft           bytea,
  level           text check (level in ('STANDARD', 'RAISED', 'HIGH')),
  reason          bytea,
  fears_most      bytea,
  review_on       date,
  completed_at    timestamptz,
  completed_by    uuid,
  -- Safety: nothing is finished without somebody's own level, their reason and a day to look again.
  check (status = 'DRAFT' or (level is not null and reason is not null and review_on is not null and completed_at is not null and completed_by is not null and draft is null))
);
create unique index one_draft_of_a_case on risk.assessment (case_id) where status = 'DRAFT';
create index assessment_of_case on risk.assessment (case_id, completed_at desc);
create index assessment_to_review on risk.assessment (organisation_id, side, review_on);
call risk.wall('risk.assessment');
grant select, insert, update on risk.assessment to ${app};

create function risk.keep_finished() returns trigger language plpgsql as $$
begin
  if old.status = 'DRAFT' and (new.case_id, new.response_id, new.organisation_id, new.side) is not distinct from (old.case_id, old.response_id, old.organisation_id, old.side) then
    return new;
  end if;
  if old.status = 'DONE' and new.status = 'AMENDED' and to_jsonb(new) - 'status' = to_jsonb(old) - 'status' then
    return new;
  end if;
  raise exception 'a finished assessment does not change';
end $$;
create trigger keep_finished before update on risk.assessment for each row execute function risk.keep_finished();

-- A level that went down is looked at by somebody else within a day. The act went ahead; this is what is owed.
create table risk.second_look (
  assessment_id   uuid primary key references risk.assessment,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  case_id         uuid not null,
  from_level      text not null check (from_level in ('RAISED', 'HIGH')),
  asked_by        uuid not null,
  asked           uuid not null check (asked <> asked_by),
  due_at          timestamptz not null,
  agrees          boolean,
  words           bytea,
  looked_by       uuid check (looked_by <> asked_by),
  looked_at       timestamptz,
  check ((agrees is null) = (looked_by is null) and (agrees is null) = (looked_at is null))
);
create index second_look_owed on risk.second_look (organisation_id, side, due_at) where agrees is null;
call risk.wall('risk.second_look');
grant select, insert, update on risk.second_look to ${app};

create function risk.keep_look() returns trigger language plpgsql as $$
begin
  if old.agrees is null and (new.assessment_id, new.organisation_id, new.side, new.case_id, new.from_level, new.asked_by, new.asked, new.due_at)
      is not distinct from (old.assessment_id, old.organisation_id, old.side, old.case_id, old.from_level, old.asked_by, old.asked, old.due_at) then
    return new;
  end if;
  raise exception 'a second look does not change';
end $$;
create trigger keep_look before update on risk.second_look for each row execute function risk.keep_look();

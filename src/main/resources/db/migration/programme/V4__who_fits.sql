-- Whether a group meets online, and in which part of town where it does not: the first half of a postcode.
alter table programme.cohort add column online boolean not null default false;
alter table programme.cohort add column area text not null default '' check (length(area) <= 4);
-- The link is sealed: whoever has it can come in.
alter table programme.cohort add column link bytea;

-- What somebody needs of a group, asked once and kept with their way through the programme.
create table programme.need (
  enrolment_id    uuid primary key references programme.enrolment,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  languages       text not null,
  away            text[] not null,
  way             text not null check (way in ('EITHER', 'ROOM', 'ONLINE')),
  -- Safety: where an order keeps them out of may be where a partner lives.
  barred          bytea,
  said_by         uuid not null,
  said_at         timestamptz not null,
  version         int not null default 0
);
call access.guard('programme.need');
call access.workers_of_the_side('programme.need', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
call access.erasable('programme.need');
grant select, insert, update (languages, away, way, barred, said_by, said_at, version), delete on programme.need to ${app};

-- A rule of a group that was set aside for somebody, with the reason. Kept as it was said.
create table programme.set_aside (
  id              uuid primary key default gen_random_uuid(),
  enrolment_id    uuid not null references programme.enrolment,
  cohort_id       uuid not null references programme.cohort,
  rule            text not null check (rule in ('GENDER', 'LANGUAGE', 'TIME', 'WAY', 'AREA', 'APART')),
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  words           bytea not null,
  said_by         uuid not null default access.worker(),
  said_at         timestamptz not null
);
create index set_aside_of_cohort on programme.set_aside (cohort_id);
create index set_aside_of_enrolment on programme.set_aside (enrolment_id);
call access.guard('programme.set_aside');
call access.workers_of_the_side('programme.set_aside', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
-- Safety: whom a group is for, and who must be kept apart, is set aside by a manager or a safeguarding lead only.
create policy leads_only on programme.set_aside as restrictive for insert with check (
  rule not in ('GENDER', 'APART') or (select access.actor_kind() = 'INSTALLER' or access.has_role('MANAGER', 'SAFEGUARDING_LEAD')));
call access.erasable('programme.set_aside');
grant select, insert, delete on programme.set_aside to ${app};

-- Two participants who must not be in one group.
create table programme.apart (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  one_case        uuid not null,
  other_case      uuid not null,
  words           bytea not null,
  said_by         uuid not null,
  said_at         timestamptz not null,
  ended_by        uuid,
  ended_at        timestamptz,
  ended_words     bytea,
  check (one_case < other_case),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_words is null))
);
create unique index apart_once on programme.apart (one_case, other_case) where ended_at is null;
create index apart_of_other on programme.apart (other_case) where ended_at is null;
call access.guard('programme.apart');
call access.workers_of_the_side('programme.apart', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
-- Safety: ending it is for a manager or a safeguarding lead.
create policy leads_end on programme.apart as restrictive for update with check ((select access.actor_kind() = 'INSTALLER' or access.has_role('MANAGER', 'SAFEGUARDING_LEAD')));
call access.erasable('programme.apart');
grant select, insert, update (ended_by, ended_at, ended_words), delete on programme.apart to ${app};

-- That two are in one group all the same, for this group only: said by a manager or a lead.
create table programme.together (
  apart_id        uuid not null references programme.apart on delete cascade,
  cohort_id       uuid not null references programme.cohort,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  said_by         uuid not null default access.worker(),
  said_at         timestamptz not null,
  primary key (apart_id, cohort_id)
);
call access.guard('programme.together');
call access.workers_of_the_side('programme.together', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
create policy leads_only on programme.together as restrictive for insert with check ((select access.actor_kind() = 'INSTALLER' or access.has_role('MANAGER', 'SAFEGUARDING_LEAD')));
call access.erasable('programme.together');
grant select, insert, delete on programme.together to ${app};

-- Safety: those two never both hold a live place of one group, whatever the application does and in whatever order it is tried.
-- Each change takes the group first and then its participant; a new row of two takes both participants in order. So one of any two that race sees the other.
create function programme.live(status text) returns boolean language sql immutable as $$ select status in ('OFFERED', 'PLACED', 'STARTED') $$;

create function programme.kept_apart() returns trigger language plpgsql as $$
begin
  if programme.live(new.status) then
    perform pg_advisory_xact_lock(hashtextextended(new.cohort_id::text, 5));
    perform pg_advisory_xact_lock(hashtextextended(new.case_id::text, 6));
    if exists (select from programme.apart a
                 join programme.enrolment e on e.case_id = case when a.one_case = new.case_id then a.other_case else a.one_case end
                where a.ended_at is null and new.case_id in (a.one_case, a.other_case) and e.cohort_id = new.cohort_id and programme.live(e.status)
                  and not exists (select from programme.together t where t.apart_id = a.id and t.cohort_id = new.cohort_id)) then
      raise exception 'two who must be kept apart' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger kept_apart before insert or update on programme.enrolment for each row execute function programme.kept_apart();

create function programme.apart_from_now() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.one_case::text, 6));
  perform pg_advisory_xact_lock(hashtextextended(new.other_case::text, 6));
  return new;
end $$;
create trigger apart_from_now before insert on programme.apart for each row execute function programme.apart_from_now();

-- Asked at the end, so that a manager may say in the same transaction that the two stay together in this group for now.
create function programme.apart_by_the_end() returns trigger language plpgsql as $$
begin
  if exists (select from programme.enrolment e join programme.enrolment o on o.cohort_id = e.cohort_id
              where e.case_id = new.one_case and o.case_id = new.other_case and programme.live(e.status) and programme.live(o.status)
                and not exists (select from programme.together t where t.apart_id = new.id and t.cohort_id = e.cohort_id)) then
    raise exception 'two who must be kept apart' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger apart_by_the_end after insert on programme.apart deferrable initially deferred for each row execute function programme.apart_by_the_end();

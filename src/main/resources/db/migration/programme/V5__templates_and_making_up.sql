-- What a programme consists of, in versions. Groups are made from it, and keep the version they began with.
create table programme.template (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  name            text not null,
  version         int not null check (version > 0),
  revision        int not null default 0,
  made_by         uuid not null,
  made_at         timestamptz not null,
  published_by    uuid,
  published_at    timestamptz,
  unique (organisation_id, side, name, version),
  check ((published_by is null) = (published_at is null))
);
call access.guard('programme.template');
call access.workers_of_the_side('programme.template', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
create policy managers_write on programme.template as restrictive for insert with check ((select access.actor_kind() = 'INSTALLER' or access.has_role('MANAGER')));
create policy managers_change_drafts on programme.template as restrictive for update using (published_at is null) with check ((select access.actor_kind() = 'INSTALLER' or access.has_role('MANAGER')));
grant select, insert, update (name, revision, published_by, published_at) on programme.template to ${app};

create table programme.template_session (
  template_id     uuid not null references programme.template,
  number          int not null check (number between 1 and 60),
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  title           text not null,
  minutes         int not null check (minutes between 15 and 480),
  primary key (template_id, number)
);
call access.guard('programme.template_session');
call access.workers_of_the_side('programme.template_session', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
create policy managers_write on programme.template_session as restrictive for insert with check ((select access.actor_kind() = 'INSTALLER' or access.has_role('MANAGER')));
create policy managers_remove on programme.template_session as restrictive for delete using ((select access.actor_kind() = 'INSTALLER' or access.has_role('MANAGER')));
grant select, insert, update (title, minutes), delete on programme.template_session to ${app};

-- A published version is what people were promised: it stays as it is.
create function programme.published_stays() returns trigger language plpgsql as $$
begin
  if exists (select from programme.template t where t.id = case when tg_op = 'DELETE' then old.template_id else new.template_id end and t.published_at is not null) then
    raise exception 'a published programme does not change' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger published_stays before insert or update or delete on programme.template_session for each row execute function programme.published_stays();

alter table programme.cohort add column template_id uuid references programme.template;

-- A session that was moved or called off, and why. Called off is not missed: nobody is told anything of it.
alter table programme.session add column minutes int check (minutes between 15 and 480);
alter table programme.session add column moved_from timestamptz;
alter table programme.session add column called_off_at timestamptz;
alter table programme.session add column change_why bytea;
alter table programme.session add column changed_by uuid;
alter table programme.session add check (called_off_at is null or change_why is not null and changed_by is not null);
grant update (moved_from, called_off_at, change_why, changed_by) on programme.session to ${app};
create function programme.called_off_has_no_register() returns trigger language plpgsql as $$
begin
  if exists (select from programme.session s where s.id = new.session_id and s.called_off_at is not null) then
    raise exception 'this session was called off' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger called_off_has_no_register before insert or update on programme.attendance for each row execute function programme.called_off_has_no_register();

-- A missed session that is made up: in another group, or one to one. It stays missed where partner support was told so.
create table programme.made_up (
  session_id      uuid not null,
  enrolment_id    uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  in_session_id   uuid references programme.session,
  with_worker     uuid,
  on_day          date not null,
  done_at         timestamptz,
  dropped_at      timestamptz,
  note            bytea,
  written_by      uuid not null,
  written_at      timestamptz not null,
  primary key (session_id, enrolment_id),
  foreign key (session_id, enrolment_id) references programme.attendance on delete cascade,
  check ((in_session_id is null) <> (with_worker is null)),
  check (in_session_id is distinct from session_id),
  check (done_at is null or dropped_at is null)
);
create index made_up_in on programme.made_up (in_session_id) where in_session_id is not null;
create index made_up_of on programme.made_up (enrolment_id);
call access.guard('programme.made_up');
call access.workers_of_the_side('programme.made_up', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
call access.erasable('programme.made_up');
grant select, insert, update (in_session_id, with_worker, on_day, done_at, dropped_at, note, written_by, written_at), delete on programme.made_up to ${app};

-- Safety: a guest for one evening is in the group like anybody else.
create function programme.guest_kept_apart() returns trigger language plpgsql as $$
declare
  cohort uuid := (select s.cohort_id from programme.session s where s.id = new.in_session_id);
  guest uuid := (select e.case_id from programme.enrolment e where e.id = new.enrolment_id);
begin
  if cohort is not null and new.dropped_at is null and new.done_at is null then
    perform pg_advisory_xact_lock(hashtextextended(cohort::text, 5));
    perform pg_advisory_xact_lock(hashtextextended(guest::text, 6));
    if exists (select from programme.apart a join programme.enrolment e on e.case_id = case when a.one_case = guest then a.other_case else a.one_case end
                where a.ended_at is null and guest in (a.one_case, a.other_case)
                  and (e.cohort_id = cohort and programme.live(e.status)
                    or exists (select from programme.made_up m where m.enrolment_id = e.id and m.in_session_id = new.in_session_id and m.dropped_at is null))) then
      raise exception 'two who must be kept apart' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger guest_kept_apart before insert or update on programme.made_up for each row execute function programme.guest_kept_apart();

create or replace function programme.kept_apart() returns trigger language plpgsql as $$
begin
  if programme.live(new.status) then
    perform pg_advisory_xact_lock(hashtextextended(new.cohort_id::text, 5));
    perform pg_advisory_xact_lock(hashtextextended(new.case_id::text, 6));
    if exists (select from programme.apart a
                 join programme.enrolment e on e.case_id = case when a.one_case = new.case_id then a.other_case else a.one_case end
                where a.ended_at is null and new.case_id in (a.one_case, a.other_case)
                  and (e.cohort_id = new.cohort_id and programme.live(e.status)
                    or exists (select from programme.made_up m join programme.session s on s.id = m.in_session_id where m.enrolment_id = e.id and s.cohort_id = new.cohort_id and m.done_at is null and m.dropped_at is null))
                  and not exists (select from programme.together t where t.apart_id = a.id and t.cohort_id = new.cohort_id)) then
      raise exception 'two who must be kept apart' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;

-- When every place was taken or kept for somebody for the first time.
alter table programme.cohort add column filled_at timestamptz;
grant update (filled_at) on programme.cohort to ${app};

-- What the figures ask for: who left and when, who started and when.
create index enrolment_of_side on programme.enrolment (organisation_id, side, status, waiting_since);

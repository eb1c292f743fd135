create schema correction;
grant usage on schema correction to ${app};

-- Where a move across the wall stands. It names nobody of either side: all that both leads read.
create table correction.standing (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  to_side         text not null check (to_side in ('SUPPORT', 'CHANGE') and to_side <> side),
  pair_id         uuid not null,
  state           text not null check (state in ('WAITING', 'ACCEPTED', 'REFUSED', 'UNDOING', 'PARTED', 'UNDONE')),
  refused_because text check (refused_because in ('TOO_LITTLE_KNOWN', 'NOT_OUR_WORK', 'LOOK_AGAIN')),
  made_at         timestamptz not null,
  accepted_by     uuid,
  undone_by       uuid,
  check ((refused_because is not null) = (state = 'REFUSED') or state in ('UNDOING', 'PARTED', 'UNDONE')),
  check (state not in ('UNDOING', 'PARTED', 'UNDONE') or undone_by is not null)
);
create index standing_waits on correction.standing (organisation_id, made_at) where state = 'WAITING';
create index standing_of_pair on correction.standing (pair_id, made_at);
call access.guard('correction.standing');
create policy leads on correction.standing for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and access.side() in (side, to_side));
create policy leads_step on correction.standing for update using (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and access.side() in (side, to_side));
create policy leads_begin on correction.standing for insert with check (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and side = access.side() and state = 'WAITING');
create policy jobs_read on correction.standing for select using (
  (select access.actor_kind() = 'JOB' and access.job() in ('correction-waits', 'correction-undo')) and organisation_id = access.organisation() and side <> to_side);
call access.erasable('correction.standing');
grant select, insert, update (state, refused_because, accepted_by, undone_by), delete on correction.standing to ${app};

-- Safety: each step is one side's: the side it goes to takes and says no, the side it came from takes it back, and it is closed there before it opens here.
create function correction.step() returns trigger language plpgsql as $$
begin
  if access.side() is distinct from (case old.state || ' ' || new.state
      when 'WAITING ACCEPTED' then old.to_side when 'WAITING REFUSED' then old.to_side when 'UNDOING PARTED' then old.to_side
      when 'WAITING UNDOING' then old.side when 'REFUSED UNDOING' then old.side when 'ACCEPTED UNDOING' then old.side when 'PARTED UNDONE' then old.side end) then
    raise exception 'not a step of this side: % %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger step before update on correction.standing for each row execute function correction.step();

-- What the side knows where they were written down: for its leads alone.
create table correction.correction (
  id              uuid primary key references correction.standing,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  person_id       uuid not null,
  certainty       text not null check (certainty in ('SAID', 'LIKELY', 'CLEAR')),
  why             bytea not null,
  followed        bytea not null,
  made_by         uuid not null default access.worker(),
  undo_why        bytea,
  undone_at       timestamptz,
  check ((undo_why is null) = (undone_at is null))
);
create index correction_of_person on correction.correction (person_id);
create index correction_of_side on correction.correction (organisation_id, side);
call access.guard('correction.correction');
call access.workers_of_the_side('correction.correction', 'MANAGER', 'SAFEGUARDING_LEAD');
call access.erasable('correction.correction');
grant select, insert, update (undo_why, undone_at), delete on correction.correction to ${app};

-- What goes over, on an agreed short list, sealed. Safety: the side it came from adds it and reads nothing here; once it was taken, refused or taken back there is nothing to read.
create table correction.moved (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  facts           bytea,
  moved_at        timestamptz not null,
  person_id       uuid,
  case_id         uuid,
  refused_words   bytea,
  decided_by      uuid,
  decided_at      timestamptz,
  check ((person_id is null) = (case_id is null)),
  check (case_id is null or facts is null)
);
create index moved_of_side on correction.moved (organisation_id, side, moved_at desc);
create index moved_of_case on correction.moved (case_id) where case_id is not null;
call access.guard('correction.moved');
create policy other_side_gives on correction.moved for insert with check (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and side <> access.side() and case_id is null and decided_by is null);
create policy leads_read on correction.moved for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and side = access.side());
create policy leads_decide on correction.moved for update using (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and side = access.side());
call access.erasable('correction.moved');
grant select, insert, update (facts, person_id, case_id, refused_words, decided_by, decided_at), delete on correction.moved to ${app};

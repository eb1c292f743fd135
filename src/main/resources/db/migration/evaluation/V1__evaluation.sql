create schema evaluation;
grant usage on schema evaluation to ${app};

-- What is asked of the people of some courses, and how it will be read. One evaluation is one report (docs/adr/0029).
create table evaluation.evaluation (
  id               uuid primary key,
  organisation_id  uuid not null,
  title            text not null,
  about            text not null,
  identity         text not null check (identity in ('NAMED', 'TICKET', 'UNLINKED')),
  follow_up_months smallint check (follow_up_months between 1 and 24),
  looking_back     boolean not null,
  last_day         date not null,
  closes_on        date not null,
  planned_by       uuid not null,
  planned_at       timestamptz not null,
  closed_at        timestamptz,
  closed_by        uuid
);
create index evaluation_of on evaluation.evaluation (organisation_id, planned_at);
call access.guard('evaluation.evaluation');
create policy planners on evaluation.evaluation using (
  (select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation());
create policy colleagues_read on evaluation.evaluation for select using ((select access.actor_kind() in ('WORKER', 'JOB')) and organisation_id = access.organisation());
create policy whoever_is_asked_reads on evaluation.evaluation for select using ((select access.actor_kind() in ('PUBLIC', 'HOLDER')));
create policy closing on evaluation.evaluation for update using ((select access.actor_kind() = 'JOB' and access.job() = 'close-evaluation') and organisation_id = access.organisation());
grant select, insert, update on evaluation.evaluation to ${app};

-- The sets of questions, each in one version, and from which answer on it counts: said before anybody answers.
create table evaluation.question_set (
  evaluation_id   uuid not null references evaluation.evaluation,
  organisation_id uuid not null,
  position        smallint not null,
  instrument_hash text not null check (instrument_hash ~ '^[0-9a-f]{64}$'),
  cut             text,
  primary key (evaluation_id, position)
);
call access.guard('evaluation.question_set');
create policy planners on evaluation.question_set using (
  (select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation());
create policy colleagues_read on evaluation.question_set for select using ((select access.actor_kind() in ('WORKER', 'JOB')) and organisation_id = access.organisation());
create policy whoever_is_asked_reads on evaluation.question_set for select using ((select access.actor_kind() in ('PUBLIC', 'HOLDER')));
grant select, insert, delete on evaluation.question_set to ${app};

-- When it is asked. The code stands on walls and in mails and says nothing; looking back is asked with the questions after, and has none.
create table evaluation.wave (
  evaluation_id   uuid not null references evaluation.evaluation,
  organisation_id uuid not null,
  wave            text not null check (wave in ('BEFORE', 'AFTER', 'FOLLOW_UP', 'LOOKING_BACK')),
  code            text check (code ~ '^[b-df-hj-np-tv-z]{10}$'),
  taking          boolean not null,
  primary key (evaluation_id, wave)
);
create index wave_by_code on evaluation.wave (code);
call access.guard('evaluation.wave');
create policy planners on evaluation.wave using (
  (select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation());
create policy colleagues_read on evaluation.wave for select using ((select access.actor_kind() in ('WORKER', 'JOB')) and organisation_id = access.organisation());
create policy whoever_is_asked_reads on evaluation.wave for select using ((select access.actor_kind() in ('PUBLIC', 'HOLDER')));
grant select, insert, update, delete on evaluation.wave to ${app};

-- What one person answered at one time: a day, never a moment; nothing of who entered it; no number that counts up.
-- answers: one per question that is picked, in the order of the sets. 0 is left blank, n the nth option, null not asked at this time.
-- pair: what joins the sheets of one person. Null in UNLINKED; after the closing a random id in all of them.
create table evaluation.sheet (
  id              uuid primary key,
  organisation_id uuid not null,
  evaluation_id   uuid not null references evaluation.evaluation,
  pair            uuid,
  day             date not null,
  wave            text not null check (wave in ('BEFORE', 'AFTER', 'FOLLOW_UP', 'LOOKING_BACK')),
  entered         text not null check (entered in ('SELF', 'PAPER', 'IMPORTED')),
  sector          text,
  answers         smallint[] not null
);
-- One sheet of one person at one time; and the sheets of one person beside each other, for the counting.
create unique index one_of_a_person on evaluation.sheet (evaluation_id, (coalesce(pair, id)), wave);
call access.guard('evaluation.sheet');

-- What was written, apart from the sheet it came with: words can give away who wrote them, and must not give away the answers with it.
create table evaluation.comment (
  id              uuid primary key,
  organisation_id uuid not null,
  evaluation_id   uuid not null references evaluation.evaluation,
  wave            text not null check (wave in ('BEFORE', 'AFTER', 'FOLLOW_UP', 'LOOKING_BACK')),
  item            text not null,
  words           bytea not null
);
create index comment_of on evaluation.comment (evaluation_id);
call access.guard('evaluation.comment');

-- Which files were taken in, so that the same one finds itself.
create table evaluation.imported_file (
  evaluation_id   uuid not null references evaluation.evaluation,
  organisation_id uuid not null,
  file_hash       text not null,
  sheets          int not null,
  imported_by     uuid not null,
  imported_at     timestamptz not null,
  primary key (evaluation_id, file_hash)
);
call access.guard('evaluation.imported_file');
create policy planners on evaluation.imported_file using (
  (select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation());
grant select, insert on evaluation.imported_file to ${app};

-- Safety: whoever answers adds a sheet to a time that is open, in the way that was promised, and reads nothing, not even their own.
create policy anybody_answers on evaluation.sheet for insert with check (
  (select access.actor_kind() in ('PUBLIC', 'HOLDER')) and entered = 'SELF' and exists (
    select from evaluation.evaluation e join evaluation.wave w on w.evaluation_id = e.id
     where e.id = sheet.evaluation_id and e.organisation_id = sheet.organisation_id and e.closed_at is null and w.wave = sheet.wave and w.taking and (e.identity = 'UNLINKED') = (sheet.pair is null)));
create policy trainers_read on evaluation.sheet for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER') or access.actor_kind() = 'JOB' and access.job() = 'close-evaluation') and organisation_id = access.organisation());
create policy trainers_enter on evaluation.sheet for insert with check (
  (select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation() and entered in ('PAPER', 'IMPORTED') and exists (
    select from evaluation.evaluation e where e.id = sheet.evaluation_id and e.organisation_id = sheet.organisation_id and e.closed_at is null and (e.identity = 'UNLINKED') = (sheet.pair is null)));
create policy trainers_take_back on evaluation.sheet for delete using (
  (select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation() and entered = 'PAPER' and exists (
    select from evaluation.evaluation e where e.id = sheet.evaluation_id and e.closed_at is null));
create policy keys_are_dropped on evaluation.sheet for update using (
  (select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER') or access.actor_kind() = 'JOB' and access.job() = 'close-evaluation') and organisation_id = access.organisation());
grant select, insert, delete on evaluation.sheet to ${app};
grant update (pair) on evaluation.sheet to ${app};

create policy anybody_writes on evaluation.comment for insert with check (
  (select access.actor_kind() in ('PUBLIC', 'HOLDER')) and exists (
    select from evaluation.evaluation e join evaluation.wave w on w.evaluation_id = e.id
     where e.id = comment.evaluation_id and e.organisation_id = comment.organisation_id and e.closed_at is null and w.wave = comment.wave and w.taking));
create policy trainers_read on evaluation.comment for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation());
create policy trainers_enter on evaluation.comment for insert with check (
  (select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation() and exists (
    select from evaluation.evaluation e where e.id = comment.evaluation_id and e.organisation_id = comment.organisation_id and e.closed_at is null));
create policy trainers_take_back on evaluation.comment for delete using (
  (select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER')) and organisation_id = access.organisation() and exists (
    select from evaluation.evaluation e where e.id = comment.evaluation_id and e.closed_at is null));
grant select, insert, delete on evaluation.comment to ${app};
call access.erasable('evaluation.comment', false);

-- Safety: what was promised to whoever answered, and what was decided before the first answer, stay as they were.
create function evaluation.keep_the_plan() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'evaluation' then
    if old.closed_at is not null and to_jsonb(new) is distinct from to_jsonb(old) then raise exception 'a closed evaluation does not change'; end if;
    if new.identity = old.identity and new.organisation_id = old.organisation_id then return new; end if;
  end if;
  if exists (select from evaluation.sheet s where s.evaluation_id = case tg_table_name when 'evaluation' then (to_jsonb(coalesce(new, old)) ->> 'id')::uuid else (to_jsonb(coalesce(new, old)) ->> 'evaluation_id')::uuid end) then
    raise exception 'somebody has answered: the questions, from which answer on they count and the promise stay as they were';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_the_plan before update on evaluation.evaluation for each row execute function evaluation.keep_the_plan();
create trigger keep_the_plan before insert or update or delete on evaluation.question_set for each row execute function evaluation.keep_the_plan();

-- Safety: of an answer nothing changes but, once it is closed, the key that joins it to others of the same person.
create function evaluation.keep_the_answers() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'pair' = to_jsonb(old) - 'pair' and (new.pair is null) = (old.pair is null) and exists (select from evaluation.evaluation e where e.id = old.evaluation_id and e.closed_at is not null) then
    return new;
  end if;
  raise exception 'answers do not change';
end $$;
create trigger keep_the_answers before update on evaluation.sheet for each row execute function evaluation.keep_the_answers();

create schema involvement;
grant usage on schema involvement to ${app};

-- A group of survivors who steer what an organisation does. What it is for is no secret on its side; who is in it is (docs/adr/0041).
create table involvement.steering_group (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  name            text not null check (char_length(name) between 1 and 120),
  purpose         text not null,
  decides         text not null,
  -- What members are paid, and which of their costs.
  pays            text not null,
  made_by         uuid not null,
  made_at         timestamptz not null
);
create index group_by_name on involvement.steering_group (organisation_id, side, name);
call access.guard('involvement.steering_group');
create policy workers_of_the_side_read on involvement.steering_group for select using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side());
create policy managers_make on involvement.steering_group for insert with check ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER')) and organisation_id = access.organisation() and side = access.side());
create policy managers_change on involvement.steering_group for update using ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER')) and organisation_id = access.organisation() and side = access.side());
grant select, insert, update (name, purpose, decides, pays) on involvement.steering_group to ${app};

-- Who runs a group. Named by a manager, who is somebody else.
create table involvement.runner (
  group_id        uuid not null references involvement.steering_group,
  worker_id       uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  named_by        uuid not null,
  named_at        timestamptz not null,
  ended_at        timestamptz,
  primary key (group_id, worker_id),
  -- Safety: nobody lets themself in.
  check (named_by <> worker_id)
);
create index runner_by_worker on involvement.runner (worker_id) where ended_at is null;
call access.guard('involvement.runner');
create policy workers_of_the_side_read on involvement.runner for select using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side());
create policy managers_name on involvement.runner for insert with check (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER')) and organisation_id = access.organisation() and side = access.side() and named_by = access.worker() and worker_id <> access.worker()
  and exists (select from involvement.steering_group g where g.id = group_id and g.organisation_id = runner.organisation_id and g.side = runner.side));
-- Safety: a manager changes nobody's row into their own, nor opens their own again.
create policy managers_name_again on involvement.runner for update using ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER')) and organisation_id = access.organisation() and side = access.side())
  with check (organisation_id = access.organisation() and side = access.side() and (ended_at is not null or named_by = access.worker() and worker_id <> access.worker()));
create policy leaving_finds on involvement.runner for select using ((select access.actor_kind() = 'JOB' and access.job() = 'worker-left') and organisation_id = access.organisation());
create policy leaving_ends on involvement.runner for update using ((select access.actor_kind() = 'JOB' and access.job() = 'worker-left') and organisation_id = access.organisation()) with check (ended_at is not null);
grant select, insert, update (named_by, named_at, ended_at) on involvement.runner to ${app};

-- Whoever leaves, or goes over the wall, runs no group any more. Told by whoever ends a colleague's work, who may read nothing here.
create function involvement.worker_left(in_organisation uuid, worker uuid, moment timestamptz) returns void language plpgsql as $$
declare before text[] := array[current_setting('alongside.actor', true), current_setting('alongside.organisation', true), current_setting('alongside.job', true)];
begin
  perform set_config('alongside.actor', 'JOB', true), set_config('alongside.organisation', in_organisation::text, true), set_config('alongside.job', 'worker-left', true);
  update involvement.runner r set ended_at = moment where r.organisation_id = in_organisation and r.worker_id = worker and r.ended_at is null;
  perform set_config('alongside.actor', coalesce(before[1], ''), true), set_config('alongside.organisation', coalesce(before[2], ''), true), set_config('alongside.job', coalesce(before[3], ''), true);
end $$;

create function involvement.runs(steering_group uuid) returns boolean stable language sql
  return access.actor_kind() = 'WORKER' and exists (select from involvement.runner r where r.group_id = steering_group and r.worker_id = access.worker() and r.ended_at is null);

-- Safety: what belongs to a group is there for the workers who run it, and for no role of any kind.
create procedure involvement.of_the_group(kept regclass) language plpgsql as $$
begin
  call access.guard(kept);
  execute format($policy$
    create policy those_who_run_it on %s using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side() and involvement.runs(group_id))
  $policy$, kept);
end $$;

-- A member: what to be called and how they may be reached, both sealed, and no case, no birthday, no address.
create table involvement.member (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  group_id        uuid not null references involvement.steering_group,
  called          bytea,
  contact         bytea,
  invited_on      date not null,
  invited_way     text not null check (invited_way in ('IN_PERSON', 'CALL', 'LETTER', 'MAIL', 'THROUGH_OTHERS')),
  invited_by      uuid not null,
  state           text not null check (state in ('INVITED', 'MEMBER', 'DECLINED', 'LEFT')),
  answered_on     date,
  left_on         date,
  -- When their details go, and when they went.
  forget_on       date,
  forgotten_at    timestamptz,
  check ((called is null) = (forgotten_at is not null)),
  check (forgotten_at is null or contact is null),
  check (state <> 'DECLINED' or forgotten_at is not null),
  check ((state = 'LEFT') = (left_on is not null)),
  unique (id, group_id)
);
create index member_of_group on involvement.member (group_id, invited_on);
call involvement.of_the_group('involvement.member');
create policy forgetting_finds on involvement.member for select using ((select access.actor_kind() = 'JOB' and access.job() = 'involvement-forget') and organisation_id = access.organisation());
create policy forgetting_empties on involvement.member for update using ((select access.actor_kind() = 'JOB' and access.job() = 'involvement-forget') and organisation_id = access.organisation()) with check (forgotten_at is not null);
grant select, insert, update (called, contact, state, answered_on, left_on, forget_on, forgotten_at) on involvement.member to ${app};

-- Safety: what was forgotten does not come back.
create function involvement.keep_forgotten() returns trigger language plpgsql as $$
begin
  if old.forgotten_at is not null then
    raise exception 'who was forgotten stays forgotten';
  end if;
  return new;
end $$;
create trigger keep_forgotten before update on involvement.member for each row execute function involvement.keep_forgotten();

-- What a member said yes or no to, each time they were asked; nothing of it changes.
create table involvement.consent (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  group_id        uuid not null references involvement.steering_group,
  member_id       uuid not null,
  purpose         text not null check (purpose in ('GROUP', 'QUOTED', 'PHOTOGRAPHED', 'PAID')),
  answer          text not null check (answer in ('GIVEN', 'DECLINED', 'TAKEN_BACK')),
  said_on         date not null,
  asked_by        uuid not null,
  written_at      timestamptz not null,
  -- In which order they were written down, where they are of one day.
  entry           bigint generated always as identity,
  foreign key (member_id, group_id) references involvement.member (id, group_id)
);
create index consent_of_member on involvement.consent (member_id, said_on desc, entry desc);
call involvement.of_the_group('involvement.consent');
grant select, insert on involvement.consent to ${app};

-- The group met. What was said stands without names; nobody is told from it who said what.
create table involvement.meeting (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  group_id        uuid not null references involvement.steering_group,
  held_on         date not null,
  agenda          text not null,
  access_needs    bytea,
  said            bytea,
  support         bytea,
  revision        int not null default 0,
  made_by         uuid not null,
  made_at         timestamptz not null,
  unique (id, group_id)
);
create index meeting_of_group on involvement.meeting (group_id, held_on desc);
call involvement.of_the_group('involvement.meeting');
grant select, insert, update (held_on, agenda, access_needs, said, support, revision) on involvement.meeting to ${app};

create table involvement.came (
  meeting_id      uuid not null,
  member_id       uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  group_id        uuid not null references involvement.steering_group,
  primary key (meeting_id, member_id),
  foreign key (meeting_id, group_id) references involvement.meeting (id, group_id),
  foreign key (member_id, group_id) references involvement.member (id, group_id)
);
create index came_of_member on involvement.came (member_id);
call involvement.of_the_group('involvement.came');
grant select, insert, delete on involvement.came to ${app};

-- What a member spent or is paid.
create table involvement.claim (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  group_id        uuid not null references involvement.steering_group,
  member_id       uuid not null,
  kind            text not null check (kind in ('TRAVEL', 'CARE', 'TIME', 'FOOD', 'PHONE', 'OTHER')),
  pence           int not null check (pence between 1 and 10000000),
  spent_on        date not null,
  receipt         boolean not null,
  entered_by      uuid not null,
  entered_at      timestamptz not null,
  decision        text check (decision in ('APPROVED', 'REFUSED')),
  -- Safety: two people see to money.
  decided_by      uuid check (decided_by <> entered_by),
  decided_at      timestamptz,
  paid_on         date,
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  check (paid_on is null or decision = 'APPROVED'),
  foreign key (member_id, group_id) references involvement.member (id, group_id)
);
create index claim_of_group on involvement.claim (group_id, spent_on desc);
create index claim_of_member on involvement.claim (member_id, spent_on desc);
call involvement.of_the_group('involvement.claim');
create policy entered_by_whoever_enters on involvement.claim as restrictive for insert with check ((select access.actor_kind() = 'INSTALLER') or entered_by = access.worker() and decision is null);
grant select, insert, update (decision, decided_by, decided_at, paid_on) on involvement.claim to ${app};

-- Safety: a claim that was decided about stays as it was decided; it can only be paid.
create function involvement.keep_decided() returns trigger language plpgsql as $$
begin
  if old.decision is not null and (new.decision, new.decided_by, new.decided_at) is distinct from (old.decision, old.decided_by, old.decided_at) then
    raise exception 'a decided claim stays decided';
  end if;
  if new.decision is not null and old.decision is null and new.decided_by is distinct from access.worker() then
    raise exception 'whoever decides says so themself';
  end if;
  return new;
end $$;
create trigger keep_decided before update on involvement.claim for each row execute function involvement.keep_decided();

-- What the group asked for, what was decided, and what became of it. In nobody's name.
create table involvement.change (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  group_id        uuid not null references involvement.steering_group,
  asked_on        date not null,
  proposal        text not null,
  decision        text check (decision in ('WILL_DO', 'DID', 'WILL_NOT')),
  why             text not null default '',
  decided_on      date,
  changed         text not null default '',
  changed_on      date,
  -- The statement of a standard it belongs to; both or neither.
  standard_key    text,
  statement_id    text,
  -- What anybody may read of it, once a worker has marked it for that.
  heard           text not null default '',
  did             text not null default '',
  revision        int not null default 0,
  written_by      uuid not null,
  written_at      timestamptz not null,
  check ((decision is null) = (decided_on is null)),
  check (decision is null or why <> '' or decision = 'DID'),
  check (decision <> 'DID' or changed <> '' and changed_on is not null),
  check ((standard_key is null) = (statement_id is null))
);
create index change_of_group on involvement.change (group_id, asked_on desc);
create index change_by_time on involvement.change (organisation_id, side, asked_on desc);
call access.guard('involvement.change');
-- Whoever works on the side may see that it was listened to; those who run the group write it.
create policy workers_of_the_side_read on involvement.change for select using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side());
create policy those_who_run_it_add on involvement.change for insert with check ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side() and involvement.runs(group_id));
create policy those_who_run_it_change on involvement.change for update using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side() and involvement.runs(group_id));
grant select, insert, update (asked_on, proposal, decision, why, decided_on, changed, changed_on, standard_key, statement_id, heard, did, revision) on involvement.change to ${app};

-- What we heard and what we did, for everybody. A copy of the two sentences that were marked, and nothing else; taken back, it is gone.
create table involvement.heard (
  change_id       uuid primary key references involvement.change,
  organisation_id uuid not null default access.organisation(),
  heard           text not null check (char_length(heard) between 1 and 500),
  did             text not null check (char_length(did) between 1 and 500),
  on_day          date not null,
  standard_key    text,
  statement_id    text,
  published_at    timestamptz not null
);
create index heard_of on involvement.heard (organisation_id, standard_key, statement_id);
create index heard_by_day on involvement.heard (on_day desc, change_id);
call access.guard('involvement.heard');
create policy anyone_reads on involvement.heard for select using (access.actor_kind() is not null);
create policy those_who_run_it_publish on involvement.heard for insert with check ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation()
  and exists (select from involvement.change c where c.id = change_id and c.organisation_id = heard.organisation_id and involvement.runs(c.group_id)));
create policy those_who_run_it_change on involvement.heard for update using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and exists (select from involvement.change c where c.id = change_id and involvement.runs(c.group_id)));
create policy those_who_run_it_take_back on involvement.heard for delete using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and exists (select from involvement.change c where c.id = change_id and involvement.runs(c.group_id)));
grant select, insert, update (heard, did, on_day, standard_key, statement_id, published_at), delete on involvement.heard to ${app};

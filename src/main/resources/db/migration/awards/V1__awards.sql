create schema awards;
grant usage on schema awards to ${app};

create function awards.decides() returns boolean stable language sql return access.actor_kind() = 'WORKER' and access.has_role('REVIEWER');
create function awards.answers() returns boolean stable language sql return access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'ADMINISTRATOR');

-- A body that has made a standard its own: only what it decides is an award. The operator of this house says so, nobody else.
create table awards.adoption (
  id              uuid primary key,
  organisation_id uuid not null,
  body_name       text not null check (char_length(body_name) between 1 and 120),
  standard_key    text not null,
  adopted_on      date not null,
  ended_on        date
);
create unique index adoption_once on awards.adoption (organisation_id, standard_key) where ended_on is null;
call access.guard('awards.adoption');
create policy anyone_reads on awards.adoption for select using ((select access.actor_kind() is not null));
create policy set_up on awards.adoption using ((select access.actor_kind() = 'INSTALLER')) with check ((select access.actor_kind() = 'INSTALLER'));
grant select, insert, update (ended_on) on awards.adoption to ${app};

create table awards.decision (
  id              uuid primary key,
  review_id       uuid not null,
  assessment_id   uuid not null,
  owner_id        uuid not null,
  organisation_id uuid not null default access.organisation(),
  reviewer_id     uuid not null,
  decided_by      uuid not null,
  decider_name    text not null,
  outcome         text not null check (outcome in ('AWARDED', 'NOT_YET')),
  reason          text not null check (btrim(reason) <> ''),
  decided_at      timestamptz not null,
  -- An appeal was right: it is decided again, by somebody else.
  annulled_at     timestamptz,
  -- Safety: nobody judges their own organisation, and nobody decides on what they looked at themselves.
  check (organisation_id <> owner_id),
  check (decided_by <> reviewer_id),
  unique (id, owner_id, organisation_id)
);
create unique index decision_once on awards.decision (review_id) where annulled_at is null;
create index decision_of on awards.decision (owner_id, decided_at desc);
create index decision_by on awards.decision (organisation_id, decided_at desc);
call access.guard('awards.decision');
create policy deciders_read on awards.decision for select using ((select awards.decides()) and organisation_id = access.organisation());
create policy deciders_decide on awards.decision for insert with check ((select awards.decides()) and organisation_id = access.organisation() and owner_id <> access.organisation() and decided_by = access.worker() and annulled_at is null);
create policy deciders_annul on awards.decision for update using ((select awards.decides()) and organisation_id = access.organisation() and decided_by <> access.worker() and reviewer_id <> access.worker());
create policy owner_reads on awards.decision for select using ((select awards.answers()) and owner_id = access.organisation());
grant select, insert, update (annulled_at) on awards.decision to ${app};

create table awards.award (
  id               uuid primary key,
  -- As it stands under the badge.
  code             text not null unique check (code ~ '^[0-9]{12}$'),
  decision_id      uuid unique,
  assessment_id    uuid not null,
  owner_id         uuid not null,
  owner_name       text not null,
  -- Who looked and decided; null where a service stands in the register by its own word alone.
  organisation_id   uuid,
  organisation_name text,
  -- The body that made the standard its own; null where none has: then it is no award.
  body_name        text,
  standard_key     text not null,
  standard_version text not null,
  edition          text not null,
  about            text not null,
  unmet_musts      text[] not null,
  from_on          date not null,
  until_on         date not null,
  interim_due_on   date,
  interim_on       date,
  suspended_at     timestamptz,
  withdrawn_at     timestamptz,
  -- A later one took its place.
  replaced_at      timestamptz,
  check (until_on > from_on),
  check ((organisation_id is null) = (decision_id is null) and (organisation_id is null) = (organisation_name is null)),
  check (organisation_id <> owner_id),
  check (body_name is null or decision_id is not null and cardinality(unmet_musts) = 0),
  foreign key (decision_id, owner_id, organisation_id) references awards.decision (id, owner_id, organisation_id)
);
create unique index award_once on awards.award (assessment_id, (organisation_id is null)) where withdrawn_at is null and replaced_at is null;
create index award_of on awards.award (owner_id, from_on desc);
create index award_by on awards.award (organisation_id, from_on desc);
create index award_on on awards.award (assessment_id);
call access.guard('awards.award');
-- The register is public.
create policy anyone_reads on awards.award for select using ((select access.actor_kind() is not null));
-- Safety: no award without a decision for it, by another organisation.
create policy deciders_award on awards.award for insert with check ((select awards.decides()) and organisation_id = access.organisation() and owner_id <> access.organisation()
  and exists (select from awards.decision d where d.id = decision_id and d.outcome = 'AWARDED' and d.annulled_at is null and d.assessment_id = award.assessment_id)
  -- Only in the name of a body that has made this standard its own.
  and (body_name is null or exists (select from awards.adoption b where b.organisation_id = award.organisation_id and b.standard_key = award.standard_key and b.body_name = award.body_name and b.ended_on is null)));
create policy owner_declares on awards.award for insert with check ((select awards.answers()) and owner_id = access.organisation() and organisation_id is null and decision_id is null and body_name is null);
create policy deciders_look_after on awards.award for update using ((select awards.decides()) and organisation_id = access.organisation() and owner_id <> access.organisation()) with check (organisation_id = access.organisation());
-- Safety: whoever has an award may give it up or put a later one in its place, and change nothing else about it.
create policy owner_gives_up on awards.award for update using ((select awards.answers()) and owner_id = access.organisation() and withdrawn_at is null and replaced_at is null) with check (owner_id = access.organisation() and (withdrawn_at is not null or replaced_at is not null));
grant select, insert, update (interim_on, suspended_at, withdrawn_at, replaced_at) on awards.award to ${app};

create function awards.keep_judged() returns trigger language plpgsql as $$
begin
  if access.organisation() = old.owner_id and (new.interim_on, new.suspended_at) is distinct from (old.interim_on, old.suspended_at) then
    raise exception 'what became of an award is written by those who gave it';
  end if;
  return new;
end $$;
create trigger keep_judged before update on awards.award for each row execute function awards.keep_judged();

-- Whether what it rests on still shows it, and until when. Written whenever evidence comes or goes.
create table awards.ground (
  award_id uuid primary key references awards.award,
  owner_id uuid not null,
  holds    boolean not null,
  until_on date
);
call access.guard('awards.ground');
create policy anyone_reads on awards.ground for select using ((select access.actor_kind() is not null));
create policy with_the_award on awards.ground for insert with check ((select access.actor_kind() = 'WORKER') and exists (select from awards.award a where a.id = award_id and a.owner_id = ground.owner_id and access.organisation() in (a.owner_id, a.organisation_id)));
-- Whoever adds evidence or takes it away, and the job that follows what is public.
create policy owner_shows on awards.ground for update using ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'ADMINISTRATOR', 'SAFEGUARDING_LEAD', 'PRIVACY_LEAD', 'TRAINER', 'SUPPORT_WORKER', 'FACILITATOR')
  or access.actor_kind() = 'JOB' and access.job() = 'evidence-follows-heard') and owner_id = access.organisation());
grant select, insert, update (holds, until_on) on awards.ground to ${app};

-- What happened to an award, and why. Only for the two whom it is between.
create table awards.step (
  id              uuid primary key,
  award_id        uuid not null references awards.award,
  owner_id        uuid not null,
  organisation_id uuid,
  kind            text not null check (kind in ('GIVEN', 'CHECKED', 'SUSPENDED', 'LIFTED', 'WITHDRAWN', 'GIVEN_UP', 'REPLACED')),
  words           text not null,
  taken_by        uuid not null,
  taken_at        timestamptz not null
);
create index step_of on awards.step (award_id, taken_at);
call access.guard('awards.step');
create policy the_two_read on awards.step for select using (((select awards.answers()) and owner_id = access.organisation()) or ((select awards.decides()) and organisation_id = access.organisation()));
create policy the_two_write on awards.step for insert with check ((((select awards.answers()) and owner_id = access.organisation()) or ((select awards.decides()) and organisation_id = access.organisation())) and taken_by = access.worker()
  and exists (select from awards.award a where a.id = award_id and a.owner_id = step.owner_id and a.organisation_id is not distinct from step.organisation_id));
grant select, insert on awards.step to ${app};

create table awards.appeal (
  id              uuid primary key,
  decision_id     uuid not null,
  owner_id        uuid not null default access.organisation(),
  organisation_id uuid not null,
  -- Set where it is not about the decision, but about an award that was suspended or withdrawn later.
  award_id        uuid references awards.award,
  words           text not null check (btrim(words) <> ''),
  made_by         uuid not null,
  made_at         timestamptz not null,
  upheld          boolean,
  reason          text,
  heard_by        uuid,
  heard_at        timestamptz,
  check ((heard_at is null) = (upheld is null)),
  foreign key (decision_id, owner_id, organisation_id) references awards.decision (id, owner_id, organisation_id)
);
create unique index appeal_once on awards.appeal (decision_id, coalesce(award_id, decision_id)) where heard_at is null;
create index appeal_to on awards.appeal (organisation_id, made_at desc);
create index appeal_of on awards.appeal (decision_id);
call access.guard('awards.appeal');
create policy owner_appeals on awards.appeal for insert with check ((select awards.answers()) and owner_id = access.organisation() and heard_at is null);
create policy owner_reads on awards.appeal for select using ((select awards.answers()) and owner_id = access.organisation());
create policy deciders_read on awards.appeal for select using ((select awards.decides()) and organisation_id = access.organisation());
-- Safety: neither who looked nor who decided hears the appeal.
create policy deciders_hear on awards.appeal for update using ((select awards.decides()) and organisation_id = access.organisation() and heard_at is null
  and exists (select from awards.decision d where d.id = decision_id and d.decided_by <> access.worker() and d.reviewer_id <> access.worker())) with check (organisation_id = access.organisation() and heard_by = access.worker());
grant select, insert, update (upheld, reason, heard_by, heard_at) on awards.appeal to ${app};

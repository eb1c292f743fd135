create schema selfassessment;
grant usage on schema selfassessment to ${app};

-- An organisation that looks at itself. Nobody in these tables is a client.
create function selfassessment.may_write() returns boolean stable language sql
  return access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'ADMINISTRATOR', 'SAFEGUARDING_LEAD', 'PRIVACY_LEAD', 'TRAINER', 'SUPPORT_WORKER', 'FACILITATOR');

-- Who begins one, hands it in, gives it to others and answers for it.
create function selfassessment.leads() returns boolean stable language sql return access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'ADMINISTRATOR');

-- Who of another organisation reads one, and why. Its own owner says so, and may take it back.
create table selfassessment.reader (
  assessment_id     uuid not null,
  owner_id          uuid not null,
  organisation_id   uuid not null,
  organisation_name text not null,
  why               text not null check (why in ('REVIEW', 'COMMISSIONER')),
  given_by          uuid not null,
  given_at          timestamptz not null,
  ended_at          timestamptz,
  primary key (assessment_id, organisation_id, why),
  -- Safety: nobody looks at their own work as if from outside.
  check (organisation_id <> owner_id)
);
create index reader_of on selfassessment.reader (organisation_id, why) where ended_at is null;
call access.guard('selfassessment.reader');
create policy owner_reads on selfassessment.reader for select using ((select selfassessment.may_write()) and owner_id = access.organisation());
create policy owner_gives on selfassessment.reader for insert with check ((select selfassessment.leads()) and owner_id = access.organisation());
create policy owner_changes on selfassessment.reader for update using ((select selfassessment.leads()) and owner_id = access.organisation());
create policy whoever_was_given on selfassessment.reader for select using ((select access.actor_kind() = 'WORKER' and access.has_role('REVIEWER', 'COMMISSIONER')) and organisation_id = access.organisation());
create policy reading_ends on selfassessment.reader for update using ((select access.actor_kind() = 'JOB' and access.job() in ('peer-review-told', 'peer-review-read')) and owner_id = access.organisation());
create policy jobs_read on selfassessment.reader for select using ((select access.actor_kind() = 'JOB' and access.job() in ('peer-review-told', 'peer-review-read')) and owner_id = access.organisation());
grant select, insert, update (organisation_name, given_by, given_at, ended_at) on selfassessment.reader to ${app};

create function selfassessment.is_given(assessment uuid, reason text) returns boolean stable language sql
  return exists (select from selfassessment.reader r where r.assessment_id = assessment and r.organisation_id = access.organisation() and r.why = reason and r.ended_at is null);

create table selfassessment.assessment (
  id                uuid primary key,
  organisation_id   uuid not null default access.organisation(),
  organisation_name text not null,
  standard_key      text not null,
  standard_version  text not null,
  edition           text not null,
  -- Which part of the organisation; empty for all of it.
  about             text not null check (char_length(about) <= 120),
  carried_from      uuid,
  begun_by          uuid not null,
  begun_at          timestamptz not null,
  -- How often it was handed in.
  round             int not null default 0,
  submitted_by      uuid,
  submitted_at      timestamptz,
  put_away_at       timestamptz,
  unique (id, organisation_id)
);
create unique index assessment_open on selfassessment.assessment (organisation_id, standard_key, edition, lower(about)) where submitted_at is null and put_away_at is null;
create index assessment_of on selfassessment.assessment (organisation_id, begun_at desc);
alter table selfassessment.reader add foreign key (assessment_id, owner_id) references selfassessment.assessment (id, organisation_id);
call access.guard('selfassessment.assessment');
create policy own_reads on selfassessment.assessment for select using ((select selfassessment.may_write()) and organisation_id = access.organisation());
create policy own_begins on selfassessment.assessment for insert with check ((select selfassessment.leads()) and organisation_id = access.organisation());
create policy own_hands_in on selfassessment.assessment for update using ((select selfassessment.leads()) and organisation_id = access.organisation());
-- Safety: others see what was handed in, never what is still being written.
create policy given on selfassessment.assessment for select using ((select access.actor_kind() = 'WORKER' and access.has_role('REVIEWER', 'COMMISSIONER')) and submitted_at is not null and put_away_at is null
  and (access.has_role('REVIEWER') and selfassessment.is_given(id, 'REVIEW') or access.has_role('COMMISSIONER') and selfassessment.is_given(id, 'COMMISSIONER')));
create policy jobs_read on selfassessment.assessment for select using ((select access.actor_kind() = 'JOB' and access.job() in ('evidence-expires', 'evidence-follows-heard')) and organisation_id = access.organisation());
grant select, insert, update (round, submitted_by, submitted_at, put_away_at) on selfassessment.assessment to ${app};

create table selfassessment.answer (
  assessment_id   uuid not null references selfassessment.assessment,
  statement_id    text not null,
  organisation_id uuid not null default access.organisation(),
  answer          text check (answer in ('MET', 'PARTLY', 'NOT_YET', 'NOT_APPLICABLE')),
  why             text not null default '' check (char_length(why) <= 20000),
  -- Carried forward from an earlier assessment, and not looked at since.
  to_confirm      boolean not null default false,
  revision        int not null default 0,
  changed_by      uuid,
  changed_at      timestamptz,
  primary key (assessment_id, statement_id)
);
call access.guard('selfassessment.answer');
create policy with_its_assessment on selfassessment.answer for select using (exists (select from selfassessment.assessment a where a.id = assessment_id));
create policy own_begins on selfassessment.answer for insert with check ((select selfassessment.may_write()) and organisation_id = access.organisation()
  and exists (select from selfassessment.assessment a where a.id = assessment_id and a.organisation_id = answer.organisation_id and a.submitted_at is null));
-- What was handed in stands as it is.
create policy own_answers on selfassessment.answer for update using ((select selfassessment.may_write()) and organisation_id = access.organisation()
  and exists (select from selfassessment.assessment a where a.id = assessment_id and a.organisation_id = answer.organisation_id and a.submitted_at is null and a.put_away_at is null));
grant select, insert, update (answer, why, to_confirm, revision, changed_by, changed_at) on selfassessment.answer to ${app};

-- What shows that something is so. It belongs to the organisation, and may show several things in several assessments.
create table selfassessment.evidence (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  kind            text not null check (kind in ('FILE', 'LINK', 'SEEN', 'LISTENED')),
  title           text not null check (char_length(title) between 1 and 200),
  words           text not null default '',
  link            text,
  -- How many people said something, of how many who were asked. Safety: too few to be shown (-1), or in steps of five. No exact number of people is ever kept here.
  heard           int check (heard = -1 or heard > 0 and heard % 5 = 0),
  asked           int check (asked = -1 or asked > 0 and asked % 5 = 0),
  -- What survivors asked for and what was done, of which two sentences are public; then nobody is counted.
  change_id       uuid,
  file_type       text,
  size            int,
  sha256          text,
  content         bytea,
  collected_on    date not null,
  expires_on      date check (expires_on > collected_on),
  owner_id        uuid not null,
  -- Why what looked like somebody's details in it is nobody's whom the organisation works with.
  details_why     text not null default '',
  added_by        uuid not null,
  added_at        timestamptz not null,
  taken_by        uuid,
  taken_at        timestamptz,
  taken_why       text,
  check (kind <> 'LINK' or taken_at is not null or link is not null),
  check (kind <> 'LISTENED' or heard is not null and asked is not null or change_id is not null),
  check (kind <> 'FILE' or taken_at is not null or content is not null),
  -- Safety: of what was taken away nothing is left but that it was there, and why it went.
  check (taken_at is null or content is null and words = '' and link is null and details_why = '')
);
create index evidence_of on selfassessment.evidence (organisation_id, added_at desc);
create unique index evidence_of_change on selfassessment.evidence (organisation_id, change_id) where taken_at is null;

create table selfassessment.shown (
  assessment_id   uuid not null references selfassessment.assessment,
  statement_id    text not null,
  evidence_id     uuid not null references selfassessment.evidence,
  organisation_id uuid not null default access.organisation(),
  primary key (assessment_id, statement_id, evidence_id)
);
create index shown_by_evidence on selfassessment.shown (evidence_id);
call access.guard('selfassessment.shown');
create policy with_its_assessment on selfassessment.shown for select using (exists (select from selfassessment.assessment a where a.id = assessment_id));
-- Also after it was handed in: what grows old is renewed.
create policy own_shows on selfassessment.shown for insert with check ((select selfassessment.may_write()) and organisation_id = access.organisation()
  and exists (select from selfassessment.assessment a where a.id = assessment_id and a.organisation_id = shown.organisation_id and a.put_away_at is null));
create policy own_takes_off on selfassessment.shown for delete using ((select selfassessment.may_write()) and organisation_id = access.organisation()
  and exists (select from selfassessment.assessment a where a.id = assessment_id and a.organisation_id = shown.organisation_id and a.submitted_at is null));
grant select, insert, delete on selfassessment.shown to ${app};

call access.guard('selfassessment.evidence');
create policy own_reads on selfassessment.evidence for select using ((select selfassessment.may_write()) and organisation_id = access.organisation());
create policy own_adds on selfassessment.evidence for insert with check ((select selfassessment.may_write()) and organisation_id = access.organisation() and taken_at is null);
-- What shows something stands as it is, until it is taken away.
create policy own_takes_away on selfassessment.evidence for update using ((select selfassessment.may_write()) and organisation_id = access.organisation() and taken_at is null) with check (organisation_id = access.organisation() and taken_at is not null);
-- Safety: to those who look from outside, never to a commissioner, also where somebody is both.
create policy shown_to_others on selfassessment.evidence for select using ((select access.actor_kind() = 'WORKER' and access.has_role('REVIEWER')) and exists (select from selfassessment.shown s where s.evidence_id = id and selfassessment.is_given(s.assessment_id, 'REVIEW')));
create policy jobs_read on selfassessment.evidence for select using ((select access.actor_kind() = 'JOB' and access.job() in ('evidence-expires', 'evidence-follows-heard')) and organisation_id = access.organisation());
-- Safety: what is no longer public is gone from here too.
create policy follows_what_is_public on selfassessment.evidence for update using ((select access.actor_kind() = 'JOB' and access.job() = 'evidence-follows-heard') and organisation_id = access.organisation() and change_id is not null);
grant select, insert, update (title, words, link, details_why, collected_on, content, taken_by, taken_at, taken_why) on selfassessment.evidence to ${app};

create schema peerreview;
grant usage on schema peerreview to ${app};

create function peerreview.reviews() returns boolean stable language sql return access.actor_kind() = 'WORKER' and access.has_role('REVIEWER');
create function peerreview.answers() returns boolean stable language sql
  return access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'ADMINISTRATOR', 'SAFEGUARDING_LEAD', 'PRIVACY_LEAD', 'TRAINER', 'SUPPORT_WORKER', 'FACILITATOR');

-- Organisations that look at what others have handed in.
create table peerreview.offer (
  organisation_id   uuid primary key default access.organisation(),
  organisation_name text not null,
  offered_by        uuid not null,
  offered_at        timestamptz not null,
  ended_at          timestamptz
);
call access.guard('peerreview.offer');
create policy own on peerreview.offer using ((select peerreview.reviews()) and organisation_id = access.organisation());
create policy others_choose on peerreview.offer for select using ((select access.actor_kind() = 'WORKER') and ended_at is null);
grant select, insert, update (organisation_name, offered_by, offered_at, ended_at) on peerreview.offer to ${app};

create table peerreview.review (
  id                uuid primary key,
  assessment_id     uuid not null,
  owner_id          uuid not null default access.organisation(),
  owner_name        text not null,
  organisation_id   uuid not null,
  organisation_name text not null,
  state             text not null check (state in ('ASKED', 'TAKEN', 'DECLINED', 'WITHDRAWN', 'SHOWN', 'REPLIED')),
  asked_by          uuid not null,
  asked_at          timestamptz not null,
  reviewer_id       uuid,
  reviewer_name     text,
  -- What connects the reviewer with the service, in their own words; that nothing does is said too.
  conflict          text,
  taken_at          timestamptz,
  ended_why         text,
  ended_at          timestamptz,
  summary           text not null default '',
  shown_at          timestamptz,
  reply             text not null default '',
  replied_by        uuid,
  replied_at        timestamptz,
  -- Safety: nobody judges their own organisation.
  check (organisation_id <> owner_id),
  check (state not in ('TAKEN', 'SHOWN', 'REPLIED') or reviewer_id is not null and conflict is not null),
  unique (id, owner_id, organisation_id)
);
create unique index review_under_way on peerreview.review (assessment_id) where state in ('ASKED', 'TAKEN', 'SHOWN', 'REPLIED');
create index review_for on peerreview.review (organisation_id, asked_at desc);
create index review_of on peerreview.review (owner_id, asked_at desc);
call access.guard('peerreview.review');
create policy owner_reads on peerreview.review for select using ((select peerreview.answers()) and owner_id = access.organisation());
create policy owner_asks on peerreview.review for insert with check ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'ADMINISTRATOR')) and owner_id = access.organisation() and organisation_id <> access.organisation() and state = 'ASKED'
  and reviewer_id is null and conflict is null and summary = '' and shown_at is null);
-- Safety: whoever is looked at may withdraw and answer, and never writes what was found.
create policy owner_answers on peerreview.review for update using ((select peerreview.answers()) and owner_id = access.organisation() and state in ('ASKED', 'TAKEN', 'SHOWN')) with check (owner_id = access.organisation() and state in ('WITHDRAWN', 'SHOWN', 'REPLIED'));
create policy reviewers_read on peerreview.review for select using ((select peerreview.reviews()) and organisation_id = access.organisation());
create policy reviewers_write on peerreview.review for update using ((select peerreview.reviews()) and organisation_id = access.organisation() and owner_id <> access.organisation() and state in ('ASKED', 'TAKEN'))
  with check (organisation_id = access.organisation() and owner_id <> access.organisation() and (state = 'DECLINED' or state in ('TAKEN', 'SHOWN') and reviewer_id = access.worker()));
create policy jobs_read on peerreview.review for select using ((select access.actor_kind() = 'JOB' and access.job() in ('peer-review-told', 'peer-review-read')) and access.organisation() in (owner_id, organisation_id));
grant select, insert, update (state, reviewer_id, reviewer_name, conflict, taken_at, ended_why, ended_at, summary, shown_at, reply, replied_by, replied_at) on peerreview.review to ${app};

-- Safety: each side writes its own half, and in this order.
create function peerreview.keep_apart() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and old.state || '>' || new.state not in ('ASKED>TAKEN', 'ASKED>DECLINED', 'ASKED>WITHDRAWN', 'TAKEN>DECLINED', 'TAKEN>WITHDRAWN', 'TAKEN>SHOWN', 'SHOWN>REPLIED') then
    raise exception 'a review does not go from % to %', old.state, new.state;
  end if;
  if access.organisation() = old.owner_id and (new.state in ('TAKEN', 'DECLINED', 'SHOWN') and new.state <> old.state
     or (new.reviewer_id, new.reviewer_name, new.conflict, new.taken_at, new.summary, new.shown_at) is distinct from (old.reviewer_id, old.reviewer_name, old.conflict, old.taken_at, old.summary, old.shown_at)) then
    raise exception 'what was found is written by those who looked';
  end if;
  if old.reviewer_id is not null and new.reviewer_id is distinct from old.reviewer_id then
    raise exception 'whoever took a review goes on with it';
  end if;
  if access.organisation() = old.organisation_id and (new.state in ('WITHDRAWN', 'REPLIED') or (new.reply, new.replied_by, new.replied_at) is distinct from (old.reply, old.replied_by, old.replied_at)) then
    raise exception 'those who were looked at answer for themselves';
  end if;
  return new;
end $$;
create trigger keep_apart before update on peerreview.review for each row execute function peerreview.keep_apart();

create table peerreview.finding (
  review_id       uuid not null,
  statement_id    text not null,
  owner_id        uuid not null,
  organisation_id uuid not null,
  verdict         text not null check (verdict in ('MET', 'PARTLY', 'NOT_YET', 'NOT_APPLICABLE')),
  -- Safety: a verdict says what it was seen by.
  observation     text not null check (btrim(observation) <> ''),
  method          text not null check (method in ('EXAMINE', 'INTERVIEW', 'TEST', 'LISTEN', 'OBSERVE')),
  observed_on     date not null,
  revision        int not null default 1,
  found_by        uuid not null,
  found_at        timestamptz not null,
  reply           text not null default '',
  replied_by      uuid,
  replied_at      timestamptz,
  primary key (review_id, statement_id),
  foreign key (review_id, owner_id, organisation_id) references peerreview.review (id, owner_id, organisation_id)
);
call access.guard('peerreview.finding');
create policy reviewers_read on peerreview.finding for select using ((select peerreview.reviews()) and organisation_id = access.organisation());
create policy reviewer_adds on peerreview.finding for insert with check ((select peerreview.reviews()) and organisation_id = access.organisation() and owner_id <> access.organisation() and found_by = access.worker()
  and reply = '' and replied_at is null
  and exists (select from peerreview.review r where r.id = review_id and r.state = 'TAKEN' and r.reviewer_id = access.worker()));
create policy reviewer_changes on peerreview.finding for update using ((select peerreview.reviews()) and organisation_id = access.organisation() and owner_id <> access.organisation()
  and exists (select from peerreview.review r where r.id = review_id and r.state = 'TAKEN' and r.reviewer_id = access.worker()))
  with check (organisation_id = access.organisation() and found_by = access.worker());
-- Whoever is looked at sees what was found once it is shown to them, and answers until they have said all.
create policy owner_reads on peerreview.finding for select using ((select peerreview.answers()) and owner_id = access.organisation() and exists (select from peerreview.review r where r.id = review_id and r.state in ('SHOWN', 'REPLIED')));
create policy owner_replies on peerreview.finding for update using ((select peerreview.answers()) and owner_id = access.organisation() and exists (select from peerreview.review r where r.id = review_id and r.state = 'SHOWN'));
grant select, insert, update (verdict, observation, method, observed_on, revision, found_by, found_at, reply, replied_by, replied_at) on peerreview.finding to ${app};

create function peerreview.keep_findings_apart() returns trigger language plpgsql as $$
begin
  if access.organisation() = old.owner_id and (new.verdict, new.observation, new.method, new.observed_on, new.revision, new.found_by, new.found_at) is distinct from (old.verdict, old.observation, old.method, old.observed_on, old.revision, old.found_by, old.found_at) then
    raise exception 'what was found is written by those who looked';
  end if;
  if access.organisation() = old.organisation_id and (new.reply, new.replied_by, new.replied_at) is distinct from (old.reply, old.replied_by, old.replied_at) then
    raise exception 'those who were looked at answer for themselves';
  end if;
  return new;
end $$;
create trigger keep_apart before update on peerreview.finding for each row execute function peerreview.keep_findings_apart();

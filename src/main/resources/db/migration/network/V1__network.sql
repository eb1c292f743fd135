create schema network;
grant usage on schema network to ${app};

-- Whether a worker is a member of the network: asked by the worker, confirmed by somebody else of their organisation, for a year at most (docs/adr/0040).
create table network.member (
  worker_id       uuid primary key,
  organisation_id uuid not null default access.organisation(),
  state           text not null check (state in ('ASKED', 'CONFIRMED', 'REFUSED', 'ENDED', 'LAPSED')),
  asked_at        timestamptz not null,
  -- When they said yes to the rules of the network.
  agreed_at       timestamptz not null,
  decided_by      uuid,
  decided_at      timestamptz,
  until           date,
  reason          text not null default '',
  -- Whether a weekly notice is wanted, and when the last one of any kind went.
  wants_news      boolean not null default false,
  told_at         timestamptz not null,
  -- Whether their words go with them when they leave; else they stay under "a former colleague".
  takes_along     boolean not null default false,
  -- Safety: two people. Nobody confirms themself, whatever the application asks.
  check (decided_by <> worker_id),
  check (state not in ('CONFIRMED', 'REFUSED') or decided_by is not null),
  check (state <> 'CONFIRMED' or until is not null)
);
create index member_of_organisation on network.member (organisation_id, state);
call access.guard('network.member');
create policy oneself on network.member for select using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and worker_id = access.worker());
create policy oneself_asks on network.member for insert with check (
  (select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and worker_id = access.worker() and state = 'ASKED' and decided_by is null);
create policy oneself_changes on network.member for update using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and worker_id = access.worker());
create policy those_in_charge on network.member for select using ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'ADMINISTRATOR')) and organisation_id = access.organisation());
create policy those_in_charge_decide on network.member for update using ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'ADMINISTRATOR')) and organisation_id = access.organisation());
create policy jobs_look on network.member for select using ((select access.actor_kind() = 'JOB' and access.job() in ('network-day', 'network-leaving')) and organisation_id = access.organisation());
create policy jobs_lapse on network.member for update using ((select access.actor_kind() = 'JOB' and access.job() = 'network-day') and organisation_id = access.organisation());
grant select, insert, update (state, asked_at, agreed_at, decided_by, decided_at, until, reason, wants_news, told_at, takes_along) on network.member to ${app};

-- Safety: a member is whom somebody else in charge of the same organisation confirmed, now; nobody becomes one by changing their own row.
create function network.keep_confirmed() returns trigger language plpgsql as $$
begin
  if new.state = 'CONFIRMED' and (old.state <> 'CONFIRMED' or new.until is distinct from old.until)
     and not (coalesce(access.worker() <> new.worker_id, false) and new.decided_by = access.worker() and access.has_role('MANAGER', 'ADMINISTRATOR')) and access.actor_kind() <> 'INSTALLER' then
    raise exception 'nobody confirms themself';
  end if;
  if new.state = 'CONFIRMED' and (new.decided_at is null or new.until > (new.decided_at at time zone 'Europe/London')::date + interval '1 year') then
    raise exception 'nobody is confirmed for more than a year';
  end if;
  return new;
end $$;
create trigger keep_confirmed before update on network.member for each row execute function network.keep_confirmed();

create function network.is_member() returns boolean stable language sql
  return access.actor_kind() = 'WORKER' and exists (select from network.member m where m.worker_id = access.worker() and m.organisation_id = access.organisation() and m.state = 'CONFIRMED');
create function network.moderates() returns boolean stable language sql
  return network.is_member() and access.has_role('MODERATOR');

-- Who a member is to the others. Gone when they leave.
create table network.practitioner (
  worker_id         uuid primary key,
  organisation_id   uuid not null default access.organisation(),
  name              text not null check (char_length(name) between 1 and 200),
  organisation_name text not null,
  does              text not null check (char_length(does) between 1 and 120),
  knows             text not null check (char_length(knows) between 1 and 300),
  shown             boolean not null default false
);
create index practitioner_shown on network.practitioner (lower(name), worker_id) where shown;
call access.guard('network.practitioner');
create policy members_read on network.practitioner for select using ((select network.is_member()) and shown);
create policy oneself on network.practitioner for select using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and worker_id = access.worker());
create policy oneself_says on network.practitioner for insert with check ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and worker_id = access.worker() and not shown);
create policy oneself_changes on network.practitioner for update using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and worker_id = access.worker())
  with check (organisation_id = access.organisation() and worker_id = access.worker() and (not shown or (select network.is_member())));
create policy those_in_charge on network.practitioner for select using ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'ADMINISTRATOR')) and organisation_id = access.organisation());
create policy those_in_charge_show on network.practitioner for update using ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'ADMINISTRATOR')) and organisation_id = access.organisation());
create policy leaving_finds on network.practitioner for select using ((select access.actor_kind() = 'JOB' and access.job() in ('network-leaving', 'network-day')) and organisation_id = access.organisation());
create policy lapsing_hides on network.practitioner for update using ((select access.actor_kind() = 'JOB' and access.job() = 'network-day') and organisation_id = access.organisation())
  with check (organisation_id = access.organisation() and not shown);
create policy leaving_removes on network.practitioner for delete using ((select access.actor_kind() = 'JOB' and access.job() = 'network-leaving') and organisation_id = access.organisation());
grant select, insert, update (name, organisation_name, does, knows, shown), delete on network.practitioner to ${app};

-- A notice, a resource, a question or an answer.
create table network.post (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  author_id       uuid not null default access.worker(),
  kind            text not null check (kind in ('NOTICE', 'RESOURCE', 'QUESTION', 'ANSWER')),
  question_id     uuid references network.post,
  subject         text not null check (subject ~ '^[A-Z_]{1,30}$'),
  title           text check (char_length(title) between 1 and 150),
  words           text check (char_length(words) between 1 and 5000),
  link            text check (char_length(link) <= 500 and link ~* '^https?://'),
  last_day        date,
  standing        text not null check (standing in ('HELD', 'PUBLISHED', 'RETURNED', 'HIDDEN', 'WITHDRAWN')),
  reason          text not null default '',
  written_at      timestamptz not null,
  decided_by      uuid,
  decided_at      timestamptz,
  published_at    timestamptz,
  check ((kind = 'ANSWER') = (question_id is not null)),
  check (standing = 'WITHDRAWN' or words is not null and (title is null) = (kind = 'ANSWER') and (last_day is null) = (kind <> 'NOTICE')),
  check (standing <> 'WITHDRAWN' or words is null and title is null and link is null),
  check (standing not in ('RETURNED', 'HIDDEN') or reason <> ''),
  -- Safety: nobody moderates their own words.
  check (decided_by <> author_id)
);
create index post_by_time on network.post (published_at desc, id desc) where standing = 'PUBLISHED';
create index post_held on network.post (written_at) where standing in ('HELD', 'HIDDEN');
create index post_of_author on network.post (author_id, written_at desc);
create index post_of_question on network.post (question_id, published_at) where question_id is not null;
call access.guard('network.post');

create function network.is_open_question(question uuid) returns boolean stable language sql
  return exists (select from network.post q where q.id = question and q.kind = 'QUESTION' and q.standing = 'PUBLISHED');
create function network.is_mine(post uuid) returns boolean stable language sql
  return exists (select from network.post p where p.id = post and p.author_id = access.worker());

-- Safety: to whoever is no member there is nothing here, not even a number of rows. What waits is there for its author and for moderators.
create policy members_read on network.post for select using ((select network.is_member()) and (standing = 'PUBLISHED' or standing = 'WITHDRAWN' and kind = 'QUESTION' and published_at is not null));
create policy authors_read on network.post for select using ((select network.is_member()) and author_id = access.worker());
create policy moderators_read on network.post for select using ((select network.moderates()));
create policy members_write on network.post for insert with check ((select network.is_member()) and organisation_id = access.organisation() and author_id = access.worker()
  and standing = 'HELD' and decided_by is null and published_at is null and (question_id is null or network.is_open_question(question_id)));
create policy authors_change on network.post for update using ((select network.is_member()) and author_id = access.worker())
  with check (author_id = access.worker() and standing in ('HELD', 'WITHDRAWN'));
create policy moderators_decide on network.post for update using ((select network.moderates()) and author_id <> access.worker())
  with check (author_id <> access.worker() and decided_by = access.worker() and standing in ('PUBLISHED', 'RETURNED', 'HIDDEN'));
create policy leaving_finds on network.post for select using ((select access.actor_kind() = 'JOB' and access.job() = 'network-leaving') and organisation_id = access.organisation());
create policy leaving_withdraws on network.post for update using ((select access.actor_kind() = 'JOB' and access.job() = 'network-leaving') and organisation_id = access.organisation())
  with check (organisation_id = access.organisation() and standing = 'WITHDRAWN');
-- News are counted for a member of one organisation, so this job reads what members read, and what waits for moderators.
create policy news_are_counted on network.post for select using ((select access.actor_kind() = 'JOB' and access.job() = 'network-day') and standing in ('PUBLISHED', 'HELD', 'RETURNED'));
grant select, insert, update (subject, title, words, link, last_day, standing, reason, written_at, decided_by, decided_at, published_at) on network.post to ${app};

-- Safety: the order in which words are held, shown and hidden holds for everybody, and only their author changes them.
create function network.keep_order() returns trigger language plpgsql as $$
begin
  if old.standing || '>' || new.standing not in ('HELD>HELD', 'HELD>PUBLISHED', 'HELD>RETURNED', 'HELD>WITHDRAWN', 'RETURNED>HELD', 'RETURNED>WITHDRAWN', 'PUBLISHED>HIDDEN', 'PUBLISHED>WITHDRAWN', 'HIDDEN>PUBLISHED', 'HIDDEN>WITHDRAWN') then
    raise exception 'a post does not go from % to %', old.standing, new.standing;
  end if;
  if new.standing not in ('HELD', 'WITHDRAWN') and (new.title, new.words, new.link, new.last_day, new.subject) is distinct from (old.title, old.words, old.link, old.last_day, old.subject) then
    raise exception 'words are changed by their author, and then held';
  end if;
  return new;
end $$;
create trigger keep_order before update on network.post for each row execute function network.keep_order();

-- The file of a resource, drawn anew where it can hide something. Sealed.
create table network.file (
  post_id         uuid primary key references network.post,
  organisation_id uuid not null default access.organisation(),
  type            text not null check (type in ('PDF', 'JPEG', 'PNG', 'TEXT')),
  size            int not null check (size between 1 and 31457280),
  -- What in it looks like a client's detail, in words for the moderator.
  marks           text not null,
  content         bytea not null,
  added_at        timestamptz not null
);
alter table network.file alter column content set storage external;
call access.guard('network.file');
create policy with_its_post on network.file for select using (exists (select from network.post p where p.id = post_id));
create policy authors_add on network.file for insert with check ((select network.is_member()) and organisation_id = access.organisation() and exists (select from network.post p where p.id = post_id and p.author_id = access.worker() and p.standing = 'HELD'));
create policy authors_remove on network.file for delete using ((select network.is_member()) and exists (select from network.post p where p.id = post_id and p.author_id = access.worker()));
create policy leaving_removes on network.file for delete using ((select access.actor_kind() = 'JOB' and access.job() = 'network-leaving') and organisation_id = access.organisation());
grant select, insert, delete on network.file to ${app};

-- A member says that something should not stand there.
create table network.objection (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  post_id         uuid not null references network.post,
  raised_by     uuid not null default access.worker(),
  reason          text not null check (char_length(reason) between 1 and 1000),
  raised_at     timestamptz not null,
  settled_by      uuid,
  settled_at      timestamptz,
  outcome         text check (outcome in ('STAYS', 'HIDDEN')),
  check ((settled_by is null) = (settled_at is null) and (settled_by is null) = (outcome is null))
);
create unique index objection_once on network.objection (post_id, raised_by) where settled_at is null;
call access.guard('network.objection');
create policy members_object on network.objection for insert with check ((select network.is_member()) and organisation_id = access.organisation() and raised_by = access.worker() and settled_by is null
  and exists (select from network.post p where p.id = post_id and p.standing = 'PUBLISHED'));
create policy those_who_raised_it_read on network.objection for select using ((select network.is_member()) and raised_by = access.worker());
-- Safety: a moderator learns nothing of what others say about their own words, and settles nothing of it.
create policy moderators_read on network.objection for select using ((select network.moderates()) and not network.is_mine(post_id));
create policy moderators_settle on network.objection for update using ((select network.moderates()) and not network.is_mine(post_id));
create policy news_are_counted on network.objection for select using ((select access.actor_kind() = 'JOB' and access.job() = 'network-day') and settled_at is null);
grant select, insert, update (settled_by, settled_at, outcome) on network.objection to ${app};

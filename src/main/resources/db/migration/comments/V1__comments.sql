create schema comments;
grant usage on schema comments to ${app};

-- What is talked about in one place; it belongs to another room.
create table comments.conversation (
  id              uuid primary key,
  organisation_id uuid not null,
  title           text not null check (char_length(title) between 1 and 200),
  path            text not null check (path ~ '^/[a-z0-9/-]{1,200}$'),
  topic           text not null check (topic in ('SURVIVORS', 'BEHAVIOUR', 'GENERAL')),
  shown           boolean not null,
  closes_at       timestamptz
);
create index conversation_of_organisation on comments.conversation (organisation_id);
call access.guard('comments.conversation');
create policy anyone_reads_shown on comments.conversation for select using (shown and (select access.actor_kind() in ('PUBLIC', 'HOLDER')));
create policy workers on comments.conversation using ((select access.actor_kind() = 'WORKER' and access.has_role('MODERATOR', 'MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation());
create policy their_room on comments.conversation using ((select access.actor_kind() = 'JOB' and access.job() = 'engagement') and organisation_id = access.organisation());
create policy the_house_reads on comments.conversation for select using ((select access.actor_kind() = 'JOB' and access.job() = 'comments') and organisation_id = access.organisation());
grant select, insert, update (title, path, topic, shown, closes_at) on comments.conversation to ${app};

-- What everybody may read, and nothing else: a comment that waits has no row here (docs/adr/0044).
create table comments.published (
  comment_id      uuid primary key,
  organisation_id uuid not null,
  conversation_id uuid not null references comments.conversation,
  reply_to        uuid,
  name            text not null,
  words           text not null check (char_length(words) between 1 and 30000),
  published_at    timestamptz not null
);
create index published_in on comments.published (conversation_id, published_at);
call access.guard('comments.published');
create policy anyone_reads on comments.published for select using ((select access.actor_kind() <> 'PUBLIC') or exists (select from comments.conversation c where c.id = conversation_id and c.shown));

-- Whether this conversation takes comments, and that one may be replied to: one level, and only what everybody reads.
create function comments.takes(conversation uuid, its uuid, about text, reply uuid) returns boolean stable language sql
  return exists (select from comments.conversation c where c.id = conversation and c.organisation_id = its and c.topic = about and c.shown)
     and (reply is null or exists (select from comments.published p where p.comment_id = reply and p.conversation_id = conversation and p.reply_to is null));

-- Something somebody wrote. Their words are sealed; whoever wrote it is known by a code or by their account, and to nobody as a person.
create table comments.comment (
  id              uuid primary key,
  organisation_id uuid not null,
  conversation_id uuid not null references comments.conversation,
  topic           text not null,
  reply_to        uuid,
  holder          text not null,
  resident_id     uuid,
  state           text not null check (state in ('HELD', 'PUBLISHED', 'RETURNED', 'HIDDEN', 'SAFEGUARDING', 'WITHDRAWN')),
  written         bytea,
  revision        int not null default 0,
  welsh           boolean not null,
  may_quote       boolean not null,
  -- What was found in it: names of flags, never the words.
  flags           text[] not null,
  is_hard         boolean not null,
  is_spam         boolean not null,
  words_key       text not null,
  written_at      timestamptz not null,
  due_at          timestamptz not null,
  told_at         timestamptz,
  -- Whoever reads it just now, so that two do not read the same.
  taken_by        uuid,
  taken_until     timestamptz,
  -- The first of two who would show it, and how.
  first_by        uuid,
  proposed        bytea,
  decided_by      uuid,
  decided_at      timestamptz,
  reason          text,
  -- What its writer is told, in words of whoever decided.
  answer          bytea,
  -- What a safeguarding lead did about it.
  note            bytea,
  wants_gone      boolean not null default false,
  check ((state = 'WITHDRAWN') = (written is null)),
  -- Safety: what is hard to read is shown after two people looked, never the same one twice.
  check (state <> 'PUBLISHED' or not is_hard or first_by is not null and first_by <> decided_by),
  check (state not in ('PUBLISHED', 'RETURNED', 'HIDDEN') or decided_by is not null or reason = 'REPORTED'),
  check (state <> 'RETURNED' or reason is not null)
);
create index comment_waiting on comments.comment (organisation_id, is_spam, written_at) where state = 'HELD';
create index comment_with_lead on comments.comment (organisation_id, written_at) where state = 'SAFEGUARDING';
create index comment_decided on comments.comment (organisation_id, state, (coalesce(decided_at, written_at)) desc, id);
create index comment_quoted on comments.comment (organisation_id, decided_at desc) where may_quote and state = 'PUBLISHED';
create index comment_of_holder on comments.comment (holder, written_at desc);
create index comment_in on comments.comment (conversation_id, state, written_at);
create index comment_same_words on comments.comment (words_key, written_at);
create index comment_of_resident on comments.comment (resident_id) where resident_id is not null;
call access.guard('comments.comment');

-- Safety: the public has no policy that reads here. Whoever wrote it does, by their code or account.
create policy anyone_writes on comments.comment for insert with check (
  (select access.actor_kind() = 'HOLDER') and holder = access.holder() and state in ('HELD', 'SAFEGUARDING') and written is not null and revision = 0
  and num_nonnulls(taken_by, first_by, proposed, decided_by, decided_at, reason, answer, note, told_at) = 0 and comments.takes(conversation_id, organisation_id, topic, reply_to));
create policy its_writer_reads on comments.comment for select using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy its_writer_changes on comments.comment for update using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
-- Safety: whoever works with people who hurt others does not read what is said where those talk who are hurt; and what shows danger is read by safeguarding leads alone.
create policy moderators_read on comments.comment for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('MODERATOR', 'MANAGER')) and organisation_id = access.organisation()
  and (topic = 'BEHAVIOUR' or (select access.side() is distinct from 'CHANGE')) and (state <> 'SAFEGUARDING' and (state <> 'HIDDEN' or reason is distinct from 'WORRIED') or decided_by = access.worker()));
create policy moderators_decide on comments.comment for update using (
  (select access.actor_kind() = 'WORKER' and access.has_role('MODERATOR', 'MANAGER')) and organisation_id = access.organisation()
  and (topic = 'BEHAVIOUR' or (select access.side() is distinct from 'CHANGE')) and state <> 'SAFEGUARDING' and (state <> 'HIDDEN' or reason is distinct from 'WORRIED'))
  with check (organisation_id = access.organisation() and (state <> 'SAFEGUARDING' or decided_by = access.worker()));
create policy leads_read on comments.comment for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and (state = 'SAFEGUARDING' or decided_by = access.worker()));
create policy leads_decide on comments.comment for update using (
  (select access.actor_kind() = 'WORKER' and access.has_role('SAFEGUARDING_LEAD')) and organisation_id = access.organisation() and state = 'SAFEGUARDING')
  with check (organisation_id = access.organisation() and (state = 'SAFEGUARDING' or decided_by = access.worker()));
create policy the_house on comments.comment for all using ((select access.actor_kind() = 'JOB' and access.job() = 'comments') and organisation_id = access.organisation());
grant select, insert, delete, update (state, written, revision, may_quote, flags, is_hard, is_spam, words_key, written_at, due_at, told_at, taken_by, taken_until, first_by, proposed, decided_by, decided_at, reason, answer, note, wants_gone, resident_id, holder) on comments.comment to ${app};

-- Safety: one order for everybody, whatever the application asks. Only its writer changes words, and changed words wait again.
create function comments.keep_order() returns trigger language plpgsql as $$
declare
  step constant text := old.state || '>' || new.state;
begin
  if step not in ('HELD>HELD', 'HELD>PUBLISHED', 'HELD>RETURNED', 'HELD>HIDDEN', 'HELD>SAFEGUARDING', 'HELD>WITHDRAWN', 'PUBLISHED>PUBLISHED', 'PUBLISHED>HELD', 'PUBLISHED>HIDDEN', 'PUBLISHED>SAFEGUARDING', 'PUBLISHED>WITHDRAWN',
      'RETURNED>RETURNED', 'RETURNED>HELD', 'RETURNED>SAFEGUARDING', 'RETURNED>WITHDRAWN', 'HIDDEN>HIDDEN', 'HIDDEN>HELD', 'HIDDEN>WITHDRAWN', 'SAFEGUARDING>SAFEGUARDING', 'SAFEGUARDING>HELD', 'SAFEGUARDING>HIDDEN', 'SAFEGUARDING>WITHDRAWN', 'WITHDRAWN>WITHDRAWN') then
    raise exception 'a comment does not go from % to %', old.state, new.state;
  end if;
  if new.state <> 'WITHDRAWN' and new.written is distinct from old.written and not (access.actor_kind() = 'HOLDER' and old.state = 'RETURNED' and new.state in ('HELD', 'SAFEGUARDING')) then
    raise exception 'words are changed by whoever wrote them, and then wait again';
  end if;
  if access.actor_kind() = 'HOLDER' and (step in ('HELD>PUBLISHED', 'HELD>RETURNED', 'HELD>HIDDEN', 'HELD>SAFEGUARDING', 'PUBLISHED>HELD', 'PUBLISHED>HIDDEN', 'PUBLISHED>SAFEGUARDING', 'HIDDEN>HELD') or old.state = 'SAFEGUARDING' and new.state <> 'SAFEGUARDING'
      or old.state = 'SAFEGUARDING' and new.answer is distinct from old.answer or new.first_by is not null and new.first_by is distinct from old.first_by or new.is_hard is distinct from old.is_hard and new.revision = old.revision) then
    raise exception 'nobody decides about their own words';
  end if;
  if access.actor_kind() = 'WORKER' and new.state = 'PUBLISHED' and old.state <> 'PUBLISHED' and new.decided_by is distinct from access.worker() then
    raise exception 'whoever shows something says so';
  end if;
  if access.actor_kind() = 'WORKER' and new.first_by is distinct from old.first_by and new.first_by is distinct from access.worker() and new.first_by is not null then
    raise exception 'the first of two says so themself';
  end if;
  return new;
end $$;
create trigger keep_order before update on comments.comment for each row execute function comments.keep_order();

create policy moderators_show on comments.published for insert with check ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation()
  and exists (select from comments.comment c where c.id = comment_id and c.state = 'PUBLISHED' and c.organisation_id = published.organisation_id and c.conversation_id = published.conversation_id and c.reply_to is not distinct from published.reply_to));
create policy what_is_shown_no_more_goes on comments.published for delete using (exists (select from comments.comment c where c.id = comment_id and c.state <> 'PUBLISHED'));
grant select, insert, delete on comments.published to ${app};

-- Safety: what is not to be shown any more is gone from the public in the same moment, whoever decided it.
create function comments.take_down() returns trigger language plpgsql as $$
begin
  if old.state = 'PUBLISHED' and new.state <> 'PUBLISHED' then
    delete from comments.published where comment_id = new.id;
  end if;
  return null;
end $$;
create trigger take_down after update on comments.comment for each row execute function comments.take_down();

-- What is being typed while something in it has to be put right. An hour at most.
create table comments.draft (
  holder          text primary key,
  organisation_id uuid not null,
  words           bytea not null,
  typed_at        timestamptz not null
);
call access.guard('comments.draft');
create policy whoever_types on comments.draft using ((select access.actor_kind() = 'HOLDER') and holder = access.holder());
create policy the_house on comments.draft using ((select access.actor_kind() = 'JOB' and access.job() = 'comments') and organisation_id = access.organisation());
grant select, insert, update (words, typed_at), delete on comments.draft to ${app};

-- Somebody says that a comment should not stand there.
create table comments.report (
  id              uuid primary key,
  organisation_id uuid not null,
  comment_id      uuid not null,
  reason          text not null check (reason in ('POINTS', 'DANGER', 'HURTS', 'SPAM', 'OTHER')),
  words           bytea,
  reported_at     timestamptz not null,
  settled_by      uuid,
  settled_at      timestamptz,
  outcome         text check (outcome in ('STAYS', 'GONE')),
  check ((settled_by is null) = (settled_at is null) and (settled_by is null) = (outcome is null))
);
create index report_open on comments.report (organisation_id, reported_at) where settled_at is null;
create index report_of_comment on comments.report (comment_id);
call access.guard('comments.report');
create policy anyone_reports on comments.report for insert with check ((select access.actor_kind() = 'PUBLIC') and settled_by is null
  and exists (select from comments.published p where p.comment_id = report.comment_id and p.organisation_id = report.organisation_id));
create policy moderators_read on comments.report for select using ((select access.actor_kind() = 'WORKER' and access.has_role('MODERATOR', 'MANAGER')) and organisation_id = access.organisation()
  and exists (select from comments.comment c where c.id = comment_id));
create policy moderators_settle on comments.report for update using ((select access.actor_kind() = 'WORKER' and access.has_role('MODERATOR', 'MANAGER')) and organisation_id = access.organisation()
  and exists (select from comments.comment c where c.id = comment_id)) with check (settled_by = access.worker());
create policy the_house on comments.report using ((select access.actor_kind() = 'JOB' and access.job() = 'comments') and organisation_id = access.organisation());
grant select, insert, update (settled_by, settled_at, outcome), delete on comments.report to ${app};

-- When somebody reads, and how soon: what an organisation promises. Public, since it is said above each form.
create table comments.care (
  organisation_id uuid primary key default access.organisation(),
  hours           text not null,
  within_hours    int not null check (within_hours between 1 and 40),
  hard_a_day      int not null check (hard_a_day between 1 and 100),
  version         int not null default 0
);
call access.guard('comments.care');
create policy anyone_reads on comments.care for select using ((select access.actor_kind() is not null));
create policy managers_add on comments.care for insert with check ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER')) and organisation_id = access.organisation());
create policy managers_change on comments.care for update using ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER')) and organisation_id = access.organisation());
grant select, insert, update (hours, within_hours, hard_a_day, version) on comments.care to ${app};

-- Words that this organisation wishes to have marked, or that nobody but senders of advertisements writes. Read with what was written, so by the house.
create table comments.word_rule (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  words           text not null check (char_length(words) between 2 and 80),
  effect          text not null check (effect in ('MARK', 'SPAM')),
  added_at        timestamptz not null
);
create unique index word_rule_once on comments.word_rule (organisation_id, words);
call access.guard('comments.word_rule');
create policy moderators on comments.word_rule using ((select access.actor_kind() = 'WORKER' and access.has_role('MODERATOR', 'MANAGER')) and organisation_id = access.organisation());
create policy those_who_write on comments.word_rule for select using ((select access.actor_kind() = 'HOLDER'));
grant select, insert, delete on comments.word_rule to ${app};

-- What a moderator would rather not read, and how much that is hard they read on a day. Their own business.
create table comments.moderator (
  worker_id       uuid primary key default access.worker(),
  organisation_id uuid not null default access.organisation(),
  without         text[] not null default '{}',
  covers_all      boolean not null default false,
  hard_on         date,
  hard_read       int not null default 0
);
call access.guard('comments.moderator');
create policy oneself on comments.moderator using ((select access.actor_kind() = 'WORKER') and worker_id = access.worker() and organisation_id = access.organisation());
grant select, insert, update (without, covers_all, hard_on, hard_read) on comments.moderator to ${app};

-- What comments are about, in words of those who read them.
create table comments.theme (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  name            text not null check (char_length(name) between 2 and 80),
  added_at        timestamptz not null
);
create unique index theme_once on comments.theme (organisation_id, lower(name));
call access.guard('comments.theme');
create policy moderators on comments.theme using ((select access.actor_kind() = 'WORKER' and access.has_role('MODERATOR', 'MANAGER')) and organisation_id = access.organisation());
grant select, insert, update (name), delete on comments.theme to ${app};

create table comments.tag (
  comment_id      uuid not null references comments.comment on delete cascade,
  theme_id        uuid not null references comments.theme on delete cascade,
  organisation_id uuid not null default access.organisation(),
  primary key (comment_id, theme_id)
);
create index tag_of_theme on comments.tag (theme_id);
call access.guard('comments.tag');
create policy moderators on comments.tag using ((select access.actor_kind() = 'WORKER' and access.has_role('MODERATOR', 'MANAGER')) and organisation_id = access.organisation()
  and exists (select from comments.comment c where c.id = comment_id));
create policy the_house on comments.tag using ((select access.actor_kind() = 'JOB' and access.job() = 'comments') and organisation_id = access.organisation());
grant select, insert, delete on comments.tag to ${app};

create schema engagement;
grant usage on schema engagement to ${app};

create function engagement.writes() returns boolean stable language sql return access.actor_kind() = 'WORKER' and access.has_role('MODERATOR', 'MANAGER');
create function engagement.works() returns boolean stable language sql return access.actor_kind() = 'JOB' and access.job() = 'engagement';

-- What is talked about over some days or weeks: posts belong to it. The public sees it as long as it sees one of them.
create table engagement.campaign (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  -- Where it is read: a number says nothing.
  number          int generated always as identity unique,
  topic           text not null check (topic in ('SURVIVORS', 'BEHAVIOUR', 'GENERAL')),
  language        text not null check (language in ('ENGLISH', 'WELSH')),
  title           text not null check (char_length(title) between 1 and 120),
  about           text not null check (char_length(about) <= 5000),
  run_by          text not null check (char_length(run_by) between 1 and 300),
  starts_on       date not null,
  closes_on       date,
  heard           text not null default '' check (char_length(heard) <= 5000),
  did             text not null default '' check (char_length(did) <= 5000),
  told_on         date,
  version         int not null default 0,
  made_by         uuid not null default access.worker(),
  made_at         timestamptz not null,
  check (closes_on >= starts_on),
  check ((told_on is null) = (heard = '' and did = ''))
);
create index campaign_of on engagement.campaign (organisation_id, starts_on desc);

create table engagement.post (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  number          int generated always as identity unique,
  campaign_id     uuid references engagement.campaign,
  category        text not null check (category in ('NEWS', 'QUESTION', 'STORY', 'EVENT', 'RESOURCE')),
  topic           text not null check (topic in ('SURVIVORS', 'BEHAVIOUR', 'GENERAL')),
  language        text not null check (language in ('ENGLISH', 'WELSH')),
  author          text not null check (char_length(author) between 1 and 120),
  title           text not null check (char_length(title) between 1 and 120),
  lead            text not null check (char_length(lead) <= 400),
  words           text not null check (char_length(words) <= 20000),
  question        text not null check (char_length(question) <= 300),
  takes_comments  boolean not null,
  closes_on       date,
  state           text not null default 'DRAFT' check (state in ('DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN')),
  -- When it is or was shown. A new one names the job that shows it, so that a job for an earlier plan finds nothing.
  publish_at      timestamptz,
  showing_id      uuid,
  -- When its words last changed while everybody read them.
  updated_at      timestamptz,
  heard           text not null default '' check (char_length(heard) <= 5000),
  did             text not null default '' check (char_length(did) <= 5000),
  told_on         date,
  -- The version of the set of questions that its poll asks, and whether its numbers are seen before it closes.
  poll_hash       text,
  poll_seen       boolean not null default false,
  -- Of its words, for two who write at once; and of anything about it, for whoever remembers it.
  version         int not null default 0,
  changes         int not null default 0,
  made_by         uuid not null default access.worker(),
  made_at         timestamptz not null,
  check ((state in ('SCHEDULED', 'PUBLISHED')) <= (publish_at is not null)),
  check (state <> 'PUBLISHED' or updated_at is not null and lead <> '' and words <> ''),
  check ((told_on is null) = (heard = '' and did = ''))
);
create index post_of on engagement.post (organisation_id, state, made_at desc);
create index post_in on engagement.post (campaign_id);
create index post_shown on engagement.post (publish_at desc) where state = 'PUBLISHED';
create index post_showing on engagement.post (showing_id) where state = 'SCHEDULED';

-- Where somebody can read more.
create table engagement.resource (
  id              uuid primary key,
  post_id         uuid not null references engagement.post,
  organisation_id uuid not null default access.organisation(),
  title           text not null check (char_length(title) between 1 and 120),
  address         text not null check (address ~ '^https://' and char_length(address) <= 1000),
  about           text not null check (char_length(about) <= 300),
  added_at        timestamptz not null
);
create index resource_of on engagement.resource (post_id, added_at, id);

-- One picture of a post, drawn anew, so that nothing hidden in it goes along.
create table engagement.picture (
  id              uuid primary key,
  post_id         uuid not null unique references engagement.post,
  organisation_id uuid not null default access.organisation(),
  type            text not null check (type in ('JPEG', 'PNG')),
  width           int not null check (width > 0),
  height          int not null check (height > 0),
  -- What it shows, for whoever does not see it.
  alt             text not null check (char_length(alt) between 1 and 300),
  content         bytea not null
);

-- How often a post was opened, by day. Safety: no person, no address and no time of day stands here.
create table engagement.visit_day (
  post_id         uuid not null references engagement.post,
  organisation_id uuid not null,
  day             date not null,
  number          int not null check (number > 0),
  primary key (post_id, day)
);

-- How often an answer was given, by day; an empty answer counts those who answered the question. Safety: what one person answered stands nowhere.
create table engagement.poll_day (
  post_id         uuid not null references engagement.post,
  organisation_id uuid not null,
  day             date not null,
  item            text not null check (char_length(item) between 1 and 100),
  answer          text not null check (char_length(answer) <= 100),
  number          int not null check (number > 0),
  primary key (post_id, day, item, answer)
);

call access.guard('engagement.campaign');
call access.guard('engagement.post');
call access.guard('engagement.resource');
call access.guard('engagement.picture');
call access.guard('engagement.visit_day');
call access.guard('engagement.poll_day');

create policy writers on engagement.post using ((select engagement.writes()) and organisation_id = access.organisation());
-- Safety: what is not shown yet, or no more, is nobody else's to read, whatever asks.
create policy anyone_reads_shown on engagement.post for select using (state = 'PUBLISHED' and (select access.actor_kind() in ('PUBLIC', 'HOLDER')));
create policy job_finds on engagement.post for select using ((select engagement.works()) and organisation_id = access.organisation());
create policy job_shows on engagement.post for update using ((select engagement.works()) and organisation_id = access.organisation() and state = 'SCHEDULED') with check ((select engagement.works()) and organisation_id = access.organisation() and state = 'PUBLISHED');

create policy writers on engagement.campaign using ((select engagement.writes()) and organisation_id = access.organisation());
create policy anyone_reads_shown on engagement.campaign for select using ((select access.actor_kind() in ('PUBLIC', 'HOLDER')) and exists (select from engagement.post p where p.campaign_id = campaign.id and p.state = 'PUBLISHED'));

create policy writers on engagement.resource using ((select engagement.writes()) and organisation_id = access.organisation())
  with check ((select engagement.writes()) and organisation_id = access.organisation() and exists (select from engagement.post p where p.id = post_id and p.organisation_id = resource.organisation_id));
create policy anyone_reads_shown on engagement.resource for select using ((select access.actor_kind() in ('PUBLIC', 'HOLDER')) and exists (select from engagement.post p where p.id = post_id and p.state = 'PUBLISHED'));

create policy writers on engagement.picture using ((select engagement.writes()) and organisation_id = access.organisation())
  with check ((select engagement.writes()) and organisation_id = access.organisation() and exists (select from engagement.post p where p.id = post_id and p.organisation_id = picture.organisation_id));
create policy anyone_reads_shown on engagement.picture for select using ((select access.actor_kind() in ('PUBLIC', 'HOLDER')) and exists (select from engagement.post p where p.id = post_id and p.state = 'PUBLISHED'));

create policy writers_read on engagement.visit_day for select using ((select engagement.writes()) and organisation_id = access.organisation());
create policy job_counts on engagement.visit_day using ((select engagement.works()) and organisation_id = access.organisation())
  with check ((select engagement.works()) and organisation_id = access.organisation() and exists (select from engagement.post p where p.id = post_id and p.organisation_id = visit_day.organisation_id));

-- Safety: not for the public, which sees numbers only as they may be shown.
create policy writers_read on engagement.poll_day for select using ((select engagement.writes()) and organisation_id = access.organisation());
create policy job_counts on engagement.poll_day using ((select engagement.works()) and organisation_id = access.organisation())
  with check ((select engagement.works()) and organisation_id = access.organisation() and exists (select from engagement.post p where p.id = post_id and p.organisation_id = poll_day.organisation_id and p.state = 'PUBLISHED' and p.poll_hash is not null));

grant select, insert, update (topic, language, title, about, run_by, starts_on, closes_on, heard, did, told_on, version) on engagement.campaign to ${app};
grant select, insert, update (campaign_id, category, topic, language, author, title, lead, words, question, takes_comments, closes_on, state, publish_at, showing_id, updated_at, heard, did, told_on, poll_hash, poll_seen, version, changes) on engagement.post to ${app};
grant select, insert, delete on engagement.resource to ${app};
grant select, insert, update (alt), delete on engagement.picture to ${app};
grant select, insert, update (number) on engagement.visit_day to ${app};
grant select, insert, update (number) on engagement.poll_day to ${app};

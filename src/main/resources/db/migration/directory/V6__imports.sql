-- A directory of somebody else's that is taken in: from where, how far it is, and what each of its records became.
create table directory.import_run (
  id              uuid primary key,
  organisation_id uuid not null,
  -- By this name its services are found again the next time.
  feed            text not null check (length(feed) between 1 and 200),
  source          text not null check (length(source) between 1 and 1000),
  is_file         boolean not null,
  licence         text check (length(licence) between 1 and 200),
  -- Where those work that do not say it.
  serves          text[] not null default '{}',
  allow_private   boolean not null default false,
  publish         boolean not null default false,
  state           text not null check (state in ('READING', 'DECIDING', 'DONE', 'FAILED')),
  -- Where the feed's list of services is, once it was found, and the page to read next.
  origin          text,
  next_page       integer not null default 1,
  told            integer,
  trouble         text check (length(trouble) between 1 and 500),
  begun_by        uuid,
  begun_at        timestamptz not null,
  ended_at        timestamptz
);
create index import_run_by_feed on directory.import_run (organisation_id, feed, begun_at);
call access.guard('directory.import_run');

create table directory.staged (
  run_id          uuid not null references directory.import_run (id),
  external_id     text not null check (length(external_id) between 1 and 500),
  organisation_id uuid not null,
  position        integer not null,
  state           text not null check (state in ('STAGED', 'ACCEPTED', 'CHANGED', 'UNCHANGED', 'QUARANTINED', 'MERGED', 'UNDONE')),
  name            text not null check (length(name) between 1 and 120),
  offerer_key     text not null,
  -- By what it is compared with others: name, telephone, web address, first half of a postcode.
  keys            text[] not null default '{}',
  has_refuge      boolean not null,
  exact           boolean not null default false,
  -- What was understood; gone once it is decided what becomes of it.
  document        jsonb,
  doubts          jsonb not null default '[]',
  service_id      uuid,
  reasons         jsonb not null default '[]',
  differs         jsonb not null default '[]',
  -- What the service said before, and the version that was written: an import is taken back only while nobody changed it since.
  before          jsonb,
  was_published   boolean,
  written         integer,
  undone_from     text,
  primary key (run_id, external_id),
  -- Safety: what has a refuge has no office, not even while it waits.
  check (not has_refuge or document is null or jsonb_array_length(document -> 'entry' -> 'offices') = 0),
  check (state <> 'QUARANTINED' or document is null)
);
create index staged_in_order on directory.staged (run_id, position);
create index staged_keys on directory.staged using gin (keys);
create index staged_again on directory.staged (organisation_id, external_id) where state = 'UNDONE';
call access.guard('directory.staged');

create policy editors_and_the_job on directory.import_run using (directory.may_edit(organisation_id)) with check (directory.may_edit(organisation_id) and (access.actor_kind() = 'JOB' or begun_by is not null));
create policy editors_and_the_job on directory.staged using (directory.may_edit(organisation_id)) with check (
  directory.may_edit(organisation_id) and exists (select from directory.import_run r where r.id = run_id and r.organisation_id = staged.organisation_id));
grant select, insert, update on directory.import_run to ${app};
grant select, insert, update, delete on directory.staged to ${app};

-- Whom an import wrote down, and whether anybody changed it since.
alter table directory.organisation_entry
  add column feed text,
  add column external_id text,
  add column imported_version integer,
  add check ((feed is null) = (external_id is null));
create unique index organisation_entry_by_feed on directory.organisation_entry (organisation_id, feed, external_id) where feed is not null;

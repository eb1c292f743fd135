-- What is said of a service in full: several ways in with hours of their own, offices, languages by code, costs, ages, levels of risk, marks of quality.
-- Still no column for an address: an office is an outward code, and a service with a refuge has not even that.
alter table directory.organisation_entry
  add column description text check (length(description) between 1 and 2000),
  -- As org-id.guide writes them: GB-CHC-1234567 is a charity of England and Wales.
  add column identifiers text[] not null default '{}' check (array_to_string(identifiers, ' ') ~ '^([A-Z]{2,3}-[A-Z]+-[A-Z0-9]+( |$))*$'),
  add column version integer not null default 0;

-- Many refuges take no sons above an age: that is asked and said of its own.
alter table directory.service_part drop constraint service_part_check2;
alter table directory.service_part add check (welcomes || does_not <@ array['HARMED', 'WORRIED', 'OWN_BEHAVIOUR', 'PROFESSIONALS', 'WOMEN', 'MEN', 'NON_BINARY', 'UNDER_18', 'TEENAGE_SONS', 'LGBT', 'DEAF',
                                                                            'DISABLED', 'OLDER', 'MINORITISED']);

create table directory.quality_mark (
  organisation_entry_id uuid not null references directory.organisation_entry (id),
  organisation_id       uuid not null,
  position              smallint not null,
  scheme                text not null check (length(scheme) between 1 and 120),
  level                 text check (length(level) between 1 and 80),
  valid_to              date,
  primary key (organisation_entry_id, position)
);
call access.guard('directory.quality_mark');

create table directory.way_in (
  service_id      uuid not null references directory.service (id),
  organisation_id uuid not null,
  position        smallint not null,
  way             text not null check (way in ('PHONE', 'TEXT', 'CHAT', 'EMAIL', 'BSL', 'WEBSITE')),
  value           text not null check (length(value) between 1 and 300 and (way not in ('WEBSITE', 'CHAT', 'BSL') or value ~ '^https://')),
  label           text check (length(label) between 1 and 80),
  free            boolean,
  hours           text check (length(hours) between 1 and 2000),
  hours_of        text[] not null default '{}' check (hours_of <@ array['ENGLAND', 'WALES', 'SCOTLAND', 'NORTHERN_IRELAND']),
  primary key (service_id, position)
);
call access.guard('directory.way_in');

alter table directory.service
  add column offices text[] not null default '{}' check (array_to_string(offices, ' ') ~ '^([A-Z]{1,2}[0-9][A-Z0-9]?( |$))*$'),
  -- Closed for a while, and what the public is told about it.
  add column paused boolean not null default false,
  add column notice text check (length(notice) between 1 and 300),
  add column interpreters text not null default 'NOT_STATED' check (interpreters in ('YES', 'NOT_STATED', 'NO')),
  add column refer_agency text not null default 'NOT_STATED' check (refer_agency in ('YES', 'NOT_STATED', 'NO')),
  add column how_to_ask text check (length(how_to_ask) between 1 and 600),
  add column cost text not null default 'NOT_STATED' check (cost in ('FREE', 'CHARGED', 'NOT_STATED')),
  add column cost_note text check (length(cost_note) between 1 and 300),
  add column youngest smallint check (youngest between 0 and 120),
  add column oldest smallint check (oldest between 0 and 120),
  add column risk_levels text[] not null default '{}' check (risk_levels <@ array['STANDARD', 'MEDIUM', 'HIGH']),
  -- Where it was taken from, when it was not written here; feed and external_id find it again.
  add column feed text,
  add column external_id text,
  add column licence text,
  add column fetched_at timestamptz,
  -- What a person here wrote or confirmed: no import writes over it.
  add column own_fields text[] not null default '{}',
  add column assured_by uuid,
  add column version integer not null default 0,
  add check (youngest <= oldest),
  add check ((feed is null) = (external_id is null));
create unique index service_by_feed on directory.service (organisation_id, feed, external_id) where feed is not null;

-- What was there is brought along: rows of every owner, so the rules that hide rows step aside for this one transaction.
alter table directory.service no force row level security;
alter table directory.way_in no force row level security;
alter table directory.service disable trigger user;
insert into directory.way_in (service_id, organisation_id, position, way, value, free, hours, hours_of)
  select id, organisation_id, 0, 'PHONE', phone, phone_is_free, hours, hours_of from directory.service where phone is not null;
insert into directory.way_in (service_id, organisation_id, position, way, value)
  select id, organisation_id, 1, 'WEBSITE', website from directory.service where website is not null;
update directory.service set offices = array[office_outcode] where office_outcode is not null;
update directory.service s set languages = array(
  select distinct coalesce(tongue.code, 'mis') from unnest(s.languages) spoken left join (values
    ('Arabic', 'ar'), ('Bengali', 'bn'), ('British Sign Language', 'bfi'), ('BSL with an interpreter', 'bfi'), ('Chinese', 'zh'), ('English', 'en'), ('French', 'fr'), ('Gujarati', 'gu'), ('Hindi', 'hi'), ('Kurdish', 'ku'), ('Pashto', 'ps'), ('Persian', 'fa'), ('Polish', 'pl'),
    ('Portuguese', 'pt'), ('Punjabi', 'pa'), ('Romanian', 'ro'), ('Russian', 'ru'), ('Somali', 'so'), ('Spanish', 'es'), ('Sylheti', 'syl'), ('Tamil', 'ta'), ('Turkish', 'tr'), ('Ukrainian', 'uk'), ('Urdu', 'ur'), ('Welsh', 'cy')) tongue (name, code) on tongue.name = spoken)
  where languages <> '{}';
alter table directory.service enable trigger user;
alter table directory.service force row level security;
alter table directory.way_in force row level security;

drop trigger refuge_has_no_place on directory.service;
alter table directory.service drop column phone, drop column phone_is_free, drop column hours, drop column hours_of, drop column website, drop column office_outcode;
-- Source: BCP 47.
alter table directory.service add check (array_to_string(languages, ' ') ~ '^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*( |$))*$');

-- Safety: a service with a refuge has no position, not even a rough one: distance and order would give the house away.
create or replace function directory.refuge_has_no_place() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'service_part' then
    if new.kind = 'REFUGE' and exists (select from directory.service s where s.id = new.service_id and s.offices <> '{}') then
      raise exception 'a service with a refuge has no position' using errcode = 'check_violation';
    end if;
  elsif new.offices <> '{}' and exists (select from directory.service_part p where p.service_id = new.id and p.kind = 'REFUGE') then
    raise exception 'a service with a refuge has no position' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger refuge_has_no_place before insert or update on directory.service for each row execute function directory.refuge_has_no_place();

create or replace function directory.note_change() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
  if tg_table_name = 'service' then touched := array[new.id];
  elsif tg_table_name in ('service_part', 'way_in') then touched := array[coalesce(new.service_id, old.service_id)];
  elsif tg_table_name = 'quality_mark' then touched := array(select s.id from directory.service s where s.organisation_entry_id = coalesce(new.organisation_entry_id, old.organisation_entry_id));
  else touched := array(select s.id from directory.service s where s.organisation_entry_id = new.id);
  end if;
  insert into directory.change (service_id, organisation_id, made_in)
    select s.id, s.organisation_id, pg_current_xact_id() from directory.service s where s.id = any (touched)
    on conflict (service_id) do update set made_in = excluded.made_in where directory.change.made_in <> excluded.made_in;
  return null;
end $$;
create trigger note_change after insert or update or delete on directory.way_in for each row execute function directory.note_change();
create trigger note_change after insert or update or delete on directory.quality_mark for each row execute function directory.note_change();

create or replace function directory.note_moment() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'service' then
    new.changed_at := now();
    return new;
  end if;
  if tg_table_name = 'organisation_entry' then update directory.service set changed_at = now() where organisation_entry_id = new.id and changed_at <> now();
  elsif tg_table_name = 'quality_mark' then update directory.service set changed_at = now() where organisation_entry_id = coalesce(new.organisation_entry_id, old.organisation_entry_id) and changed_at <> now();
  else update directory.service set changed_at = now() where id = coalesce(new.service_id, old.service_id) and changed_at <> now();
  end if;
  return null;
end $$;
create trigger note_moment after insert or update or delete on directory.way_in for each row execute function directory.note_moment();
create trigger note_moment after insert or update or delete on directory.quality_mark for each row execute function directory.note_moment();

-- What no organisation here keeps itself (the reserved one) is looked after by the directory editors of all of them; who did what stands in the history (docs/adr/0034).
create function directory.is_common(owner uuid) returns boolean immutable language sql
  return owner = '00000000-0000-4000-8000-0000000000d1';
create or replace function directory.may_edit(owner uuid) returns boolean stable language sql
  return (access.actor_kind() = 'WORKER' and access.has_role('DIRECTORY_EDITOR') and (owner = access.organisation() or directory.is_common(owner)))
      or (access.actor_kind() = 'JOB' and access.job() = 'import-directory' and owner = access.organisation());
-- A manager may write down what should change; a directory editor makes it public.
create function directory.may_keep(owner uuid) returns boolean stable language sql
  return directory.may_edit(owner) or (access.actor_kind() = 'WORKER' and access.has_role('MANAGER') and owner = access.organisation());

create policy anyone_reads on directory.way_in for select using (
  access.actor_kind() is not null and exists (select from directory.service s where s.id = service_id and s.published));
create policy anyone_reads on directory.quality_mark for select using (
  access.actor_kind() is not null and exists (select from directory.organisation_entry e where e.id = organisation_entry_id and e.published));
create policy owner_edits on directory.way_in using (directory.may_edit(organisation_id)) with check (
  directory.may_edit(organisation_id) and exists (select from directory.service s where s.id = service_id and directory.may_edit(s.organisation_id)));
create policy owner_edits on directory.quality_mark using (directory.may_edit(organisation_id)) with check (
  directory.may_edit(organisation_id) and exists (select from directory.organisation_entry e where e.id = organisation_entry_id and directory.may_edit(e.organisation_id)));
grant select, insert, update, delete on directory.way_in, directory.quality_mark to ${app};

-- What is being written and not public yet: one draft a service.
create table directory.draft (
  service_id      uuid primary key,
  organisation_id uuid not null,
  document        jsonb not null,
  of_version      integer not null,
  version         integer not null default 0,
  wished          text check (length(wished) between 1 and 600),
  saved_by        uuid not null,
  saved_at        timestamptz not null
);
create index draft_by_owner on directory.draft (organisation_id);
call access.guard('directory.draft');
create policy keeper_writes on directory.draft using (directory.may_keep(organisation_id)) with check (directory.may_keep(organisation_id));
grant select, insert, update, delete on directory.draft to ${app};

-- Every state that was ever made public, whole, and how it came to be. Never changed: to undo is to publish an earlier one again.
create table directory.edition (
  service_id      uuid not null,
  number          integer not null,
  organisation_id uuid not null,
  how             text not null check (how in ('PUBLISHED', 'CONFIRMED', 'WITHDRAWN', 'BROUGHT_BACK', 'IMPORTED', 'UNDONE')),
  document        jsonb not null,
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (service_id, number)
);
call access.guard('directory.edition');
create policy keeper_reads on directory.edition for select using (directory.may_keep(organisation_id));
create policy owner_adds on directory.edition for insert with check (directory.may_edit(organisation_id) and made_by is not distinct from access.worker());
grant select, insert on directory.edition to ${app};

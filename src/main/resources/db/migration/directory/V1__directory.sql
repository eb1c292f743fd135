create schema directory;
grant usage on schema directory to ${app};

-- Whom one may find here. No table of this schema has a column for an address: what is not kept cannot be shown.
create table directory.organisation_entry (
  id              uuid primary key,
  organisation_id uuid not null,
  name            text not null check (length(name) between 1 and 120),
  website         text check (website ~ '^https://'),
  published       boolean not null default false
);
create index organisation_entry_by_owner on directory.organisation_entry (organisation_id);
call access.guard('directory.organisation_entry');

create table directory.service (
  id                        uuid primary key,
  organisation_id           uuid not null,
  organisation_entry_id     uuid not null references directory.organisation_entry (id),
  name                      text not null check (length(name) between 1 and 120),
  summary                   text not null check (length(summary) between 1 and 600),
  phone                     text,
  phone_is_free             boolean,
  hours                     text,
  hours_of                  text[] not null default '{}' check (hours_of <@ array['ENGLAND', 'WALES', 'SCOTLAND', 'NORTHERN_IRELAND']),
  website                   text check (website ~ '^https://'),
  serves                    text[] not null check (cardinality(serves) > 0),
  office_outcode            text check (office_outcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?$'),
  languages                 text[] not null default '{}',
  refer_self                text not null default 'NOT_STATED' check (refer_self in ('YES', 'NOT_STATED', 'NO')),
  receiving_organisation_id uuid,
  invented                  boolean not null default false,
  published                 boolean not null default false,
  assured_on                date,
  source                    text not null check (length(source) > 0),
  recorded_at               timestamptz not null
);
create index service_by_owner on directory.service (organisation_id);
create index service_by_entry on directory.service (organisation_entry_id);
call access.guard('directory.service');

-- A part of a service and whom it is for. Each audience is welcomed, not served, or (in neither list) not spoken of; only_for is for services made by and for some.
create table directory.service_part (
  service_id      uuid not null references directory.service (id),
  organisation_id uuid not null,
  position        smallint not null,
  kind            text not null check (kind in ('HELPLINE', 'OUTREACH', 'ADVOCACY', 'REFUGE', 'COUNSELLING', 'GROUP', 'CHILDREN', 'STALKING',
                                                'FORCED_MARRIAGE', 'SEXUAL_VIOLENCE', 'LEGAL', 'HOUSING', 'MONEY', 'BEHAVIOUR_CHANGE', 'PARTNER_SUPPORT', 'PETS')),
  welcomes        text[] not null default '{}',
  does_not        text[] not null default '{}',
  only_for        text[] not null default '{}',
  primary key (service_id, position),
  check (not welcomes && does_not),
  check (only_for <@ welcomes),
  check (welcomes || does_not <@ array['HARMED', 'WORRIED', 'OWN_BEHAVIOUR', 'PROFESSIONALS', 'WOMEN', 'MEN', 'NON_BINARY', 'UNDER_18', 'LGBT', 'DEAF', 'DISABLED',
                                       'OLDER', 'MINORITISED'])
);
call access.guard('directory.service_part');

-- Safety: a service with a refuge has no position, not even a rough one: distance and order would give the house away.
create function directory.refuge_has_no_place() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'service_part' then
    if new.kind = 'REFUGE' and exists (select from directory.service s where s.id = new.service_id and s.office_outcode is not null) then
      raise exception 'a service with a refuge has no position' using errcode = 'check_violation';
    end if;
  elsif new.office_outcode is not null and exists (select from directory.service_part p where p.service_id = new.id and p.kind = 'REFUGE') then
    raise exception 'a service with a refuge has no position' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger refuge_has_no_place before insert or update on directory.service_part for each row execute function directory.refuge_has_no_place();
create trigger refuge_has_no_place before insert or update on directory.service for each row execute function directory.refuge_has_no_place();

-- Anyone reads what is published; an owner's directory editors, and the owner's own import job, write and see the rest.
create function directory.may_edit(owner uuid) returns boolean stable language sql
  return owner = access.organisation()
     and ((access.actor_kind() = 'WORKER' and access.has_role('DIRECTORY_EDITOR')) or (access.actor_kind() = 'JOB' and access.job() = 'import-directory'));

create policy anyone_reads on directory.organisation_entry for select using (published and access.actor_kind() is not null);
create policy anyone_reads on directory.service for select using (published and access.actor_kind() is not null);
create policy anyone_reads on directory.service_part for select using (
  access.actor_kind() is not null and exists (select from directory.service s where s.id = service_id and s.published));
create policy owner_edits on directory.organisation_entry using (directory.may_edit(organisation_id)) with check (directory.may_edit(organisation_id));
create policy owner_edits on directory.service using (directory.may_edit(organisation_id)) with check (directory.may_edit(organisation_id));
create policy owner_edits on directory.service_part using (directory.may_edit(organisation_id)) with check (
  directory.may_edit(organisation_id) and exists (select from directory.service s where s.id = service_id and directory.may_edit(s.organisation_id)));

grant select, insert, update on directory.organisation_entry, directory.service to ${app};
grant select, insert, update, delete on directory.service_part to ${app};

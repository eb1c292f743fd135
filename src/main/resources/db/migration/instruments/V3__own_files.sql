-- A service loads its own files beside those that come with Alongside, which belong to nobody (the organisation of zeros).
alter table instruments.response drop constraint response_instrument_hash_fkey;
alter table instruments.instrument_version drop constraint instrument_version_pkey;
alter table instruments.instrument_version add column organisation_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table instruments.instrument_version add primary key (hash, organisation_id);
alter table instruments.response add column instrument_of uuid not null default '00000000-0000-0000-0000-000000000000';
alter table instruments.response add foreign key (instrument_hash, instrument_of) references instruments.instrument_version;

-- Safety: what one service may use by permission, no other service reads.
drop policy anyone_reads on instruments.instrument_version;
drop policy workers_keep on instruments.instrument_version;
create policy everybodys_and_own on instruments.instrument_version for select using (
  (select access.actor_kind() is not null) and organisation_id in ('00000000-0000-0000-0000-000000000000', (select access.organisation())));
create policy workers_keep on instruments.instrument_version for insert with check (
  access.actor_kind() = 'WORKER' and organisation_id in ('00000000-0000-0000-0000-000000000000', access.organisation()));

create or replace function instruments.keep_finished() returns trigger language plpgsql as $$
begin
  if old.status = 'DRAFT' and (new.instrument_hash, new.instrument_of, new.subject_id, new.organisation_id, new.side) is not distinct from (old.instrument_hash, old.instrument_of, old.subject_id, old.organisation_id, old.side) then
    return new;
  end if;
  if old.status = 'DONE' and new.status = 'AMENDED' and to_jsonb(new) - 'status' = to_jsonb(old) - 'status' then
    return new;
  end if;
  raise exception 'finished answers do not change';
end $$;

-- Which versions an organisation asks. A set that comes with Alongside has a row here only once somebody put it away.
create table instruments.shelf (
  organisation_id uuid not null default access.organisation(),
  key             text not null,
  hash            text not null,
  own             boolean not null,
  status          text not null check (status in ('LOADED', 'IN_USE', 'RETIRED')),
  last_by         uuid not null,
  last_at         timestamptz not null,
  primary key (organisation_id, hash)
);
create unique index one_in_use on instruments.shelf (organisation_id, key) where own and status = 'IN_USE';
call access.guard('instruments.shelf');
create policy workers_read on instruments.shelf for select using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation());
create policy those_in_charge_write on instruments.shelf
  using ((select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD', 'ADMINISTRATOR')) and organisation_id = access.organisation());
grant select, insert, update on instruments.shelf to ${app};

-- What a scale came to when the answers were finished. Added once, never changed: there is no update grant.
create table instruments.score (
  response_id uuid not null references instruments.response,
  scale       text not null,
  engine      int not null,
  value       numeric(12, 4),
  answered    int not null,
  missing     int not null,
  prorated    boolean not null,
  band        text,
  computed_at timestamptz not null,
  primary key (response_id, scale)
);
call access.guard('instruments.score');
create policy with_response on instruments.score for select using (exists (select from instruments.response r where r.id = response_id));
create policy of_a_draft on instruments.score for insert with check (exists (select from instruments.response r where r.id = response_id and r.status = 'DRAFT'));
create policy eraser_removes on instruments.score for delete using ((select access.actor_kind() = 'JOB' and access.job() = 'erase') and exists (select from instruments.response r where r.id = response_id));
grant select, insert, delete on instruments.score to ${app};

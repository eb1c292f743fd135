-- Where outward codes lie, as whoever runs Alongside loaded them (bin/alongside import-places). It is laid over the table that comes with the software, so an
-- empty one is no loss (docs/adr/0035). Public knowledge and nobody's address: the middle of an outward code, to about a kilometre, never a whole postcode.
create table directory.place (
  outcode   text primary key check (outcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?$'),
  latitude  numeric(4, 2) not null check (latitude between 49 and 62),
  longitude numeric(4, 2) not null check (longitude between -9 and 3),
  town      text check (length(town) <= 120),
  district  text check (length(district) between 1 and 120),
  nation    text not null check (nation in ('ENGLAND', 'WALES', 'SCOTLAND', 'NORTHERN_IRELAND'))
);
call access.guard('directory.place');

-- Each time it was loaded; the last one is the version that every instance looks for.
create table directory.place_load (
  id        uuid primary key,
  kind      text not null check (kind in ('OUTCODES', 'POSTCODE_DIRECTORY', 'CODE_POINT')),
  outcodes  int not null check (outcodes > 0),
  loaded_at timestamptz not null
);
call access.guard('directory.place_load');

-- Anyone reads; one job of the reserved organisation writes, and nobody who signs in.
create function directory.may_load_places() returns boolean stable language sql
  return access.actor_kind() = 'JOB' and access.job() = 'import-places' and access.organisation() = '00000000-0000-4000-8000-0000000000d1';
create policy anyone_reads on directory.place for select using (access.actor_kind() is not null);
create policy anyone_reads on directory.place_load for select using (access.actor_kind() is not null);
create policy operator_loads on directory.place for insert with check (directory.may_load_places());
create policy operator_clears on directory.place for delete using (directory.may_load_places());
create policy operator_notes on directory.place_load for insert with check (directory.may_load_places());
grant select, insert, delete on directory.place to ${app};
grant select, insert on directory.place_load to ${app};

-- Which services were touched and in which transaction, so that every instance reads those again and no others. Ids alone, of published and unpublished ones: an id says nothing.
-- made_in: a counter would miss what is written first and committed last; a transaction's own number, beside the oldest that still runs, misses nothing (docs/adr/0032).
create table directory.change (
  service_id      uuid primary key,
  organisation_id uuid not null,
  made_in         xid8 not null
);
create index change_made_in on directory.change (made_in);
call access.guard('directory.change');
create policy anyone_reads on directory.change for select using (access.actor_kind() is not null);
create policy owner_notes on directory.change for insert with check (directory.may_edit(organisation_id));
create policy owner_notes_again on directory.change for update using (directory.may_edit(organisation_id)) with check (directory.may_edit(organisation_id));
grant select, insert, update on directory.change to ${app};

create function directory.note_change() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
  if tg_table_name = 'service' then touched := array[new.id];
  elsif tg_table_name = 'service_part' then touched := array[coalesce(new.service_id, old.service_id)];
  else touched := array(select s.id from directory.service s where s.organisation_entry_id = new.id);
  end if;
  insert into directory.change (service_id, organisation_id, made_in)
    select s.id, s.organisation_id, pg_current_xact_id() from directory.service s where s.id = any (touched)
    on conflict (service_id) do update set made_in = excluded.made_in where directory.change.made_in <> excluded.made_in;
  return null;
end $$;
create trigger note_change after insert or update on directory.service for each row execute function directory.note_change();
create trigger note_change after insert or update or delete on directory.service_part for each row execute function directory.note_change();
create trigger note_change after update on directory.organisation_entry for each row execute function directory.note_change();

-- When anything of a service was written last, for whoever takes the directory over piece by piece.
alter table directory.service add column changed_at timestamptz not null default now();
create function directory.note_moment() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'service' then
    new.changed_at := now();
    return new;
  end if;
  if tg_table_name = 'organisation_entry' then update directory.service set changed_at = now() where organisation_entry_id = new.id and changed_at <> now();
  else update directory.service set changed_at = now() where id = coalesce(new.service_id, old.service_id) and changed_at <> now();
  end if;
  return null;
end $$;
create trigger note_moment before update on directory.service for each row execute function directory.note_moment();
create trigger note_moment after insert or update or delete on directory.service_part for each row execute function directory.note_moment();
create trigger note_moment after update on directory.organisation_entry for each row execute function directory.note_moment();

-- What has had its time is found and removed by one job of its organisation, on one side at a time. Where workers may remove nothing themselves
-- (alone = true), a grant to delete would open the door that "for all" policies leave open, so a restrictive policy closes it.
-- The conditions on rows are the workers' own, word for word: PostgreSQL then takes them out of the "or" of the two policies and reads the same
-- indexes as before. With others, lists of 20,000 cases were read from end to end (bin/bench plans, docs/adr/0014).
create procedure access.erasable(kept regclass, alone boolean default true) language plpgsql as $$
declare
  eraser constant text := '(select access.actor_kind() = ''JOB'' and access.job() = ''erase'')';
  rows   constant text := 'organisation_id = access.organisation()'
    || case when exists (select from pg_attribute where attrelid = kept and attname = 'side' and attnotnull) then ' and side = access.side()' else '' end;
begin
  execute format('create policy eraser_finds on %s for select using (%s and %s)', kept, eraser, rows);
  execute format('create policy eraser_removes on %s for delete using (%s and %s)', kept, eraser, rows);
  if alone then
    execute format($policy$
      create policy nobody_else_removes on %s as restrictive for delete using ((select access.actor_kind() = 'INSTALLER' or access.actor_kind() = 'JOB' and access.job() = 'erase'))
    $policy$, kept);
  end if;
end $$;

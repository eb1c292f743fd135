-- A council or another agency in this house is no secret to whoever works here: services ask them to look at their work, and are asked by them.
create policy agencies_are_known on organisations.organisation for select using ((select access.actor_kind() in ('WORKER', 'JOB')) and kind in ('COUNCIL', 'OTHER_AGENCY'));

-- The organisation this house was set up for: the one that was made first, whoever asks. Nothing but its id is told.
create function organisations.first() returns uuid language plpgsql as $$
declare
  before text := current_setting('alongside.actor', true);
  found_first uuid;
begin
  perform set_config('alongside.actor', 'INSTALLER', true);
  select o.id into found_first from organisations.organisation o order by o.created_at, o.id limit 1;
  perform set_config('alongside.actor', coalesce(before, ''), true);
  return found_first;
end $$;

-- A condition on who is asking names no column. Written beside the others it is asked for every row, and PostgreSQL, which cannot know the
-- answer, takes it for one row in 400: lists are then sorted whole instead of read from their index. In a select of its own it is asked once (docs/adr/0012).
create procedure access.workers_of_the_side(walled regclass, variadic roles text[]) language plpgsql as $$
begin
  execute format('drop policy if exists workers_of_the_side on %s', walled);
  execute format($policy$
    create policy workers_of_the_side on %s using (
      (select access.actor_kind() = 'WORKER' and access.has_role(variadic %L::text[])) and organisation_id = access.organisation() and side = access.side())
  $policy$, walled, roles);
end $$;

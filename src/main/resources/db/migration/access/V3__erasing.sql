-- What has had its time is found and removed by one job of its organisation. Where workers may remove nothing themselves (alone = true),
-- a grant to delete would open the door that "for all" policies leave open, so a restrictive policy closes it.
create procedure access.erasable(kept regclass, alone boolean default true) language plpgsql as $$
begin
  execute format($policy$
    create policy eraser_finds on %s for select using ((select access.actor_kind() = 'JOB' and access.job() = 'erase') and organisation_id = access.organisation())
  $policy$, kept);
  execute format($policy$
    create policy eraser_removes on %s for delete using ((select access.actor_kind() = 'JOB' and access.job() = 'erase') and organisation_id = access.organisation())
  $policy$, kept);
  if alone then
    execute format($policy$
      create policy nobody_else_removes on %s as restrictive for delete using ((select access.actor_kind() = 'INSTALLER' or access.actor_kind() = 'JOB' and access.job() = 'erase'))
    $policy$, kept);
  end if;
end $$;

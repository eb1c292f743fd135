-- Safety: the wall as it was, its roles asked once for a statement instead of once for a row.
create or replace procedure risk.wall(walled regclass) language plpgsql as $$
begin
  if not (select relforcerowsecurity from pg_class where oid = walled) then call access.guard(walled); end if;
  call access.workers_of_the_side(walled, 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'PARTNER_SUPPORT');
end $$;
do $$
declare walled regclass;
begin
  for walled in select polrelid::regclass from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname = 'workers_of_the_side' and c.relnamespace = 'risk'::regnamespace loop
    call risk.wall(walled);
  end loop;
end $$;

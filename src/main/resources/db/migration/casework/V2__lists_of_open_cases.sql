-- Most cases are closed. The lists a team works from, and what a manager counts, are read without stepping over them (bin/bench plans).
create index client_case_open on casework.client_case (organisation_id, side, opened_at desc, id desc) where status <> 'CLOSED';
create index client_case_closed on casework.client_case (organisation_id, side, opened_at desc, id desc) where status = 'CLOSED';
create index crisis_without_details on casework.crisis (organisation_id, side, case_id) where details_at is null;
create index contact_despite on casework.contact (organisation_id, side) where despite is not null;
create index review_due on casework.review (organisation_id, side, kind, review_on, case_id);
create index action_open on casework.action (case_id, due_on) where done_on is null;

-- Safety: the wall as it was, its roles asked once for a statement instead of once for a row.
create or replace procedure casework.wall(walled regclass) language plpgsql as $$
begin
  if not (select relforcerowsecurity from pg_class where oid = walled) then call access.guard(walled); end if;
  call access.workers_of_the_side(walled, 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
end $$;
do $$
declare walled regclass;
begin
  for walled in select polrelid::regclass from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname = 'workers_of_the_side' and c.relnamespace = 'casework'::regnamespace loop
    call casework.wall(walled);
  end loop;
end $$;

-- A council or another agency in this house is no secret to whoever works here: services ask them to look at their work, and are asked by them.
create policy agencies_are_known on organisations.organisation for select using ((select access.actor_kind() in ('WORKER', 'JOB')) and kind in ('COUNCIL', 'OTHER_AGENCY'));

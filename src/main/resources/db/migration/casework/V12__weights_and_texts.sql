-- How much a case of each kind weighs for whoever carries it, as the managers of a side agreed. Nothing here: each weighs one, and the weight is the number of cases.
create table casework.weight (
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  cases           text not null,
  weight          int not null check (weight between 0 and 20),
  decided_by      uuid not null,
  decided_at      timestamptz not null,
  primary key (organisation_id, side, cases)
);
call access.guard('casework.weight');
create policy workers_of_the_side_read on casework.weight for select using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and side = access.side());
create policy managers_decide on casework.weight for insert with check (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER')) and organisation_id = access.organisation() and side = access.side());
create policy managers_change on casework.weight for update using (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER')) and organisation_id = access.organisation() and side = access.side());
grant select, insert, update (weight, decided_by, decided_at) on casework.weight to ${app};

-- A text that was written has not left yet: the gate is asked once more when it does.
alter table casework.contact drop constraint contact_outcome_check;
alter table casework.contact add constraint contact_outcome_check check (outcome in ('SPOKE', 'NO_ANSWER', 'VOICEMAIL', 'SENT', 'WRITTEN', 'MET', 'NOT_THERE', 'STOPPED'));

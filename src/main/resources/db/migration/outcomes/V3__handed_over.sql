-- Numbers of what partners said, handed to the programme: no person, no case, nothing small. Added once, never changed: there is no update and no delete grant.
create table outcomes.handed (
  organisation_id uuid not null default access.organisation(),
  handed_on       date not null,
  stage           text not null check (stage in ('START', 'MIDDLE', 'END', 'SIX_MONTHS', 'TWELVE_MONTHS')),
  part            text not null check (part in ('ALL', 'THEN', 'NOW')),
  measure         text not null,
  answer          text not null,
  -- Safety: a small number is not kept at all, and what is kept stands to the nearest five.
  people          int not null check (people >= 5 and people % 5 = 0),
  primary key (organisation_id, handed_on, stage, part, measure, answer)
);
call access.guard('outcomes.handed');
-- Safety: those beside the partners hand over, and nobody of the programme can; both sides read.
create policy support_hands on outcomes.handed for insert with check (
  (select access.actor_kind() = 'WORKER' and access.side() = 'SUPPORT' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD')) and organisation_id = access.organisation());
create policy both_sides_read on outcomes.handed for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT')) and organisation_id = access.organisation());
grant select, insert on outcomes.handed to ${app};

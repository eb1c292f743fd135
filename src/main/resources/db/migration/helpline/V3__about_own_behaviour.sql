-- How often a week somebody asked about their own behaviour. Numbers only, of both sides together: it names nobody and stays when the contacts are erased.
create table helpline.behaviour_week (
  organisation_id uuid not null,
  week            date not null check (extract(isodow from week) = 1),
  contacts        int not null check (contacts >= 0),
  primary key (organisation_id, week)
);
-- The owner reads every contact for this one sum.
alter table helpline.contact no force row level security;
insert into helpline.behaviour_week (organisation_id, week, contacts)
select organisation_id, date_trunc('week', started_at at time zone 'Europe/London')::date, count(*) from helpline.contact where caller = 'OWN_BEHAVIOUR' or issue = 'OWN_BEHAVIOUR' group by 1, 2;
alter table helpline.contact force row level security;
alter table helpline.behaviour_week alter column organisation_id set default access.organisation();
call access.guard('helpline.behaviour_week');
create policy own_organisation on helpline.behaviour_week using (
  (select access.actor_kind() = 'WORKER' and access.has_role('VOLUNTEER', 'HELPLINE', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT')) and organisation_id = access.organisation());
grant select, insert, update (contacts) on helpline.behaviour_week to ${app};
